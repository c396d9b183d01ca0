package vn.chophien.marketplace.pricefeed.demonstration;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.chophien.marketplace.pricefeed.Price;

/**
 * Invents the daily price of a good on working days: around a level, with a season, slow waves, the commodity's common
 * mood, a little of the place's own, and the stickiness of real quotes, which often stay for days.
 *
 * <p>Deterministic: a day's price depends only on the good, the place and the day, whenever it is generated. Prices start
 * at {@link #START}.
 */
public final class DemonstrationPrices {
    public static final LocalDate START = LocalDate.of(2023, 1, 2);

    /** How a good behaves. */
    public record Profile(
            String commodity,
            String series,
            int level,
            int seasonPercent,
            int peakMonth,
            int volatilityPermille,
            int step,
            int spread) {}

    private static final double DAYS_A_YEAR = 365.25;
    private static final double MEMORY = 0.985;
    private static final double OWN_SHARE = 0.25;
    private static final double REQUOTE_CHANCE = 0.45;

    private final Profile profile;
    private final long commoditySeed;
    private final long seriesSeed;

    public DemonstrationPrices(Profile profile) {
        this.profile = profile;
        this.commoditySeed = seed(profile.commodity());
        this.seriesSeed = seed(profile.series());
    }

    /** The prices of every working day from the start to {@code last}, inclusive. */
    public NavigableMap<LocalDate, Price> until(LocalDate last) {
        var prices = new TreeMap<LocalDate, Price>();
        double common = 0;
        double own = 0;
        long quoted = 0;
        for (var day = START; !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                continue;
            }
            double sigma = profile.volatilityPermille() / 1000.0;
            common = MEMORY * common + sigma * shock(commoditySeed, day);
            own = MEMORY * own + OWN_SHARE * sigma * shock(seriesSeed, day);
            long fair = rounded(profile.level() * StrictMath.exp(season(day) + waves(day) + common + own));
            boolean requotes = chance(seriesSeed, day) < REQUOTE_CHANCE || Math.abs(fair - quoted) * 50 > quoted;
            quoted = requotes ? fair : quoted;
            prices.put(day, price(quoted));
        }
        return prices;
    }

    private Price price(long quoted) {
        return profile.spread() == 0
                ? Price.point(BigDecimal.valueOf(quoted))
                : new Price(BigDecimal.valueOf(quoted), BigDecimal.valueOf(quoted + profile.spread()));
    }

    private double season(LocalDate day) {
        double peakDay = (profile.peakMonth() - 0.5) * DAYS_A_YEAR / 12;
        double angle = 2 * StrictMath.PI * (day.getDayOfYear() - peakDay) / DAYS_A_YEAR;
        return profile.seasonPercent() / 100.0 * StrictMath.cos(angle);
    }

    /** Years come and go better and worse; all places of a commodity share it. */
    private double waves(LocalDate day) {
        double days = day.toEpochDay();
        double phase = (commoditySeed >>> 40) / (double) (1 << 24) * 2 * StrictMath.PI;
        return 0.06 * StrictMath.sin(days / 251 + phase) + 0.03 * StrictMath.sin(days / 97 + 2 * phase);
    }

    private long rounded(double value) {
        return Math.max(1, Math.round(value / profile.step())) * profile.step();
    }

    /** Close to a standard normal value: the centered sum of four uniform ones, scaled to unit variance. */
    private static double shock(long seed, LocalDate day) {
        double sum = 0;
        for (int part = 1; part <= 4; part++) {
            sum += uniform(mixed(seed + day.toEpochDay() * 31 + part * 0x9E3779B97F4A7C15L));
        }
        return (sum - 2) * StrictMath.sqrt(3);
    }

    private static double chance(long seed, LocalDate day) {
        return uniform(mixed(seed ^ mixed(day.toEpochDay())));
    }

    private static double uniform(long bits) {
        return (bits >>> 11) / (double) (1L << 53);
    }

    private static long seed(String text) {
        long seed = 1125899906842597L;
        for (int index = 0; index < text.length(); index++) {
            seed = mixed(seed * 31 + text.charAt(index));
        }
        return seed;
    }

    /** The finalizer of SplitMix64, which spreads neighboring inputs over all outputs. */
    private static long mixed(long value) {
        long bits = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
