/**
 * What comes after the goods: returns that the buyer asks for, the shop answers and, when they cannot agree, the operator decides; and
 * goodwill. Owns the tables {@code return_request}, {@code return_request_line} and {@code return_request_event}.
 *
 * <p>Money goes back by lowering what is owed for the seller order ({@link vn.chophien.marketplace.order.SellerOrderReducing}), under the
 * order's lock; locks are taken in the order order, return, stock, payment.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "catalog",
            "i18n",
            "id",
            "inventory",
            "money",
            "order",
            "security",
            "seller",
            "sql",
            "terms",
            "web"
        })
package vn.chophien.marketplace.aftersales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
