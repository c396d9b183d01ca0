/**
 * Fills an empty market from files: shops, categories, listings with stock, certificates and pictures, reviews, lots and
 * prices, as JSON Lines. A bad line is reported and the rest is loaded. The application is ready when the market is.
 * Owns the table market_load.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "id",
            "sql",
            "security",
            "account",
            "place",
            "seller",
            "certification",
            "catalog",
            "inventory",
            "review",
            "traceability",
            "pricefeed",
            "illustration"
        })
package vn.chophien.marketplace.marketfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
