package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.Frequency;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** How many steps ahead a forecast looks. */
final class ForecastHorizon {
    private ForecastHorizon() {}

    static int usual(Frequency frequency) {
        return switch (frequency) {
            case DAILY -> 14;
            case WEEKLY -> 8;
            case MONTHLY -> 12;
        };
    }

    private static int most(Frequency frequency) {
        return switch (frequency) {
            case DAILY -> 30;
            case WEEKLY -> 26;
            case MONTHLY -> 24;
        };
    }

    /**
     * @param asked the usual one when left away
     * @throws RequestProblem when it is too far
     */
    static int of(Frequency frequency, @Nullable Integer asked) {
        if (asked == null) {
            return usual(frequency);
        }
        if (asked > most(frequency)) {
            throw RequestProblem.invalid(new FieldProblem("horizon", "too-large", Map.of("max", most(frequency))));
        }
        return asked;
    }
}
