package vn.chophien.marketplace.pricefeed.alert;

import java.time.YearMonth;
import java.util.NavigableMap;
import java.util.Optional;

/** What tells whether a price is unusual. */
enum AlertIndicator {
    ALPS {
        @Override
        Optional<Double> of(NavigableMap<YearMonth, Double> prices, YearMonth month) {
            return Alps.of(prices, month);
        }
    },
    IFPA {
        @Override
        Optional<Double> of(NavigableMap<YearMonth, Double> prices, YearMonth month) {
            return Ifpa.of(prices, month);
        }
    };

    abstract Optional<Double> of(NavigableMap<YearMonth, Double> prices, YearMonth month);
}
