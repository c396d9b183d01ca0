package vn.chophien.storefront.market;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far back a page of a series looks. */
public enum ChartRange {
    DAYS_30("30d", Period.ofDays(30)),
    DAYS_90("90d", Period.ofDays(90)),
    ONE_YEAR("1y", Period.ofYears(1)),
    FIVE_YEARS("5y", Period.ofYears(5)),
    ALL("all", null);

    private final String key;
    private final @Nullable Period length;

    ChartRange(String key, @Nullable Period length) {
        this.key = key;
        this.length = length;
    }

    /** The choices that make sense for how often a series is observed; the first is not the default. */
    public static List<ChartRange> choices(MarketPricesApi.Series series) {
        return series.isMonthly() ? List.of(ONE_YEAR, FIVE_YEARS, ALL) : List.of(values());
    }

    /** What the reader asked for, or the default when there is no such choice. */
    static ChartRange chosen(@Nullable String key, MarketPricesApi.Series series) {
        return Arrays.stream(values())
                .filter(range -> range.key.equals(key) && choices(series).contains(range))
                .findFirst()
                .orElse(series.isMonthly() ? FIVE_YEARS : DAYS_90);
    }

    /** The first day to show of a series that ends on {@code last}; empty for all of it. */
    Optional<LocalDate> from(LocalDate last) {
        return Optional.ofNullable(length).map(last::minus);
    }

    public String key() {
        return key;
    }
}
