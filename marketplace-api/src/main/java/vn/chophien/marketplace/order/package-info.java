/**
 * What was bought: an order is paid once and splits into one seller order per shop, each with its own state, delivery and refund. Names,
 * prices and the seller's identity are copied in when it is placed. Owns the tables {@code customer_order}, {@code seller_order},
 * {@code order_line}, {@code seller_order_event}, {@code seller_order_reduction}, {@code seller_order_reduction_line}, {@code order_number_counter} and {@code order_lookup_attempt}.
 *
 * <p>Every change of state locks the row of the order first, then stock, then whatever {@link
 * vn.chophien.marketplace.order.SellerOrderListener listeners} lock, then payment; so webhooks, buyers, sellers and the clock take turns.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "catalog",
            "fulfillment",
            "i18n",
            "id",
            "inventory",
            "money",
            "payment",
            "place",
            "security",
            "seller",
            "sql",
            "web"
        })
package vn.chophien.marketplace.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
