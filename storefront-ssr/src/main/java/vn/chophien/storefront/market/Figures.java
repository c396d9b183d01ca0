package vn.chophien.storefront.market;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Formats;

/** Prices as readers see them: a figure, or both ends of what the market quoted. */
public final class Figures {

    private Figures() {}

    public static String of(MarketPricesApi.Quote quote, Formats formats) {
        return of(quote.price(), quote.priceMin(), quote.priceMax(), formats);
    }

    public static String of(MarketPricesApi.Observation observation, Formats formats) {
        return of(observation.price(), observation.priceMin(), observation.priceMax(), formats);
    }

    /** A change with its sign: {@code +500} or {@code −1.200}. */
    public static String signed(BigDecimal change, Formats formats) {
        var sign = change.signum() > 0 ? "+" : change.signum() < 0 ? "\u2212" : "";
        return sign + formats.decimal(change.abs());
    }

    /** A former price; withdrawals have none. */
    public static Optional<String> of(MarketPricesApi.Revision revision, Formats formats) {
        var price = revision.price();
        return price == null
                ? Optional.empty()
                : Optional.of(of(price, revision.priceMin(), revision.priceMax(), formats));
    }

    private static String of(BigDecimal price, @Nullable BigDecimal min, @Nullable BigDecimal max, Formats formats) {
        return min == null || max == null ? formats.decimal(price) : formats.decimal(min) + "–" + formats.decimal(max);
    }
}
