/**
 * From a cart to an order, once: what the buyer agreed to is checked against prices and stock of this moment, and one transaction reserves
 * the goods, writes the order and empties the cart. Owns the table {@code checkout_attempt}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "cart",
            "catalog",
            "fulfillment",
            "i18n",
            "inventory",
            "money",
            "order",
            "payment",
            "place",
            "security",
            "seller",
            "sql",
            "web"
        })
package vn.chophien.marketplace.checkout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
