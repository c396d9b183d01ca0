package vn.chophien.marketplace.pricefeed;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The unit a price is stated in, such as {@code nghìn đồng/kg}: a multiple of a currency for one measure. */
public record StatedUnit(BigDecimal multiple, String currency, Measure measure) {
    public static final StatedUnit DONG_PER_KILOGRAM = new StatedUnit(BigDecimal.ONE, "VND", Measure.KILOGRAM);

    private static final Map<String, Integer> MULTIPLES =
            Map.of("nghin", 1_000, "ngan", 1_000, "k", 1_000, "trieu", 1_000_000, "tr", 1_000_000);

    private static final Map<String, String> CURRENCIES = Map.of("d", "VND", "dong", "VND", "us$", "USD", "$", "USD");

    private static final Set<String> ISO_CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Measure> MEASURES = Map.ofEntries(
            Map.entry("kg", Measure.KILOGRAM),
            Map.entry("kilogam", Measure.KILOGRAM),
            Map.entry("ki lo", Measure.KILOGRAM),
            Map.entry("ky", Measure.KILOGRAM),
            Map.entry("can", Measure.KILOGRAM),
            Map.entry("yen", Measure.YEN),
            Map.entry("ta", Measure.QUINTAL),
            Map.entry("tan", Measure.TONNE),
            Map.entry("tonne", Measure.TONNE),
            Map.entry("ton", Measure.TONNE),
            Map.entry("mt", Measure.TONNE),
            Map.entry("qua", Measure.PIECE),
            Map.entry("trai", Measure.PIECE),
            Map.entry("piece", Measure.PIECE),
            Map.entry("m3", Measure.CUBIC_METER),
            Map.entry("cubic meter", Measure.CUBIC_METER));

    private static final Pattern RATE = Pattern.compile(
            "(?:(nghin|ngan|k|trieu|tr)\\s*)?(d|dong|us\\$|\\$|[a-z]{3})?\\s*/\\s*(?:1\\s*)?([a-z][a-z0-9 ]*)");

    /** Reads a unit as price tables write it; a bare measure such as {@code kg} means đồng for it. */
    public static Optional<StatedUnit> parse(String text) {
        var folded = fold(text);
        var bare = MEASURES.get(folded);
        if (bare != null) {
            return Optional.of(new StatedUnit(BigDecimal.ONE, "VND", bare));
        }
        var rate = RATE.matcher(folded);
        if (!rate.matches() || (rate.group(1) == null && rate.group(2) == null)) {
            return Optional.empty();
        }
        var measure = MEASURES.get(rate.group(3).strip());
        var currency = rate.group(2) == null ? "VND" : currency(rate.group(2));
        if (measure == null || currency == null) {
            return Optional.empty();
        }
        var multiple = rate.group(1) == null ? 1 : MULTIPLES.getOrDefault(rate.group(1), 1);
        return Optional.of(new StatedUnit(BigDecimal.valueOf(multiple), currency, measure));
    }

    /** The factor that turns a figure in this unit into the currency for {@code target}; empty when it cannot. */
    public Optional<BigDecimal> factorTo(String targetCurrency, Measure target) {
        return currency.equals(targetCurrency) ? measure.factorTo(target).map(multiple::multiply) : Optional.empty();
    }

    /** Whether people write decimals in this unit: nobody quotes parts of a đồng. */
    public boolean admitsFractions() {
        return !currency.equals("VND") || multiple.compareTo(BigDecimal.ONE) > 0;
    }

    private static @Nullable String currency(String folded) {
        var common = CURRENCIES.get(folded);
        if (common != null) {
            return common;
        }
        var code = folded.toUpperCase(Locale.ROOT);
        return ISO_CURRENCIES.contains(code) ? code : null;
    }

    private static String fold(String text) {
        return Normalizer.normalize(text.replace('₫', 'đ'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("[\\s\\u00a0.]+", " ")
                .strip();
    }
}
