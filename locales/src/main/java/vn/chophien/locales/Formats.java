package vn.chophien.locales;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.number.Scale;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.NoUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Amounts, numbers, dates and weights as a reader of one language writes them. Times are those of Vietnam. Immutable
 * and safe for use by many threads.
 */
public final class Formats {
    /** The one time zone of the market. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Map<Language, Formats> BY_LANGUAGE = new ConcurrentHashMap<>();
    private static final int GRAMS_PER_KILOGRAM = 1000;

    private final LocalizedNumberFormatter numbers;
    private final LocalizedNumberFormatter decimals;
    private final LocalizedNumberFormatter hundredths;
    private final LocalizedNumberFormatter percents;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter dateTimes;

    private Formats(Language language) {
        this.numbers = NumberFormatter.withLocale(language.locale());
        this.decimals = numbers.precision(Precision.maxFraction(3));
        this.hundredths = numbers.precision(Precision.fixedFraction(2)).roundingMode(RoundingMode.HALF_EVEN);
        this.percents = numbers.unit(NoUnit.PERCENT).scale(Scale.powerOfTen(2)).precision(Precision.maxFraction(1));
        this.dates = DateTimeFormatter.ofPattern(
                switch (language) {
                    case VI -> "dd/MM/yyyy";
                    case EN -> "d MMM yyyy";
                },
                language.locale());
        this.dateTimes = DateTimeFormatter.ofPattern(
                        switch (language) {
                            case VI -> "HH:mm dd/MM/yyyy";
                            case EN -> "d MMM yyyy, HH:mm";
                        },
                        language.locale())
                .withZone(ZONE);
    }

    public static Formats of(Language language) {
        return BY_LANGUAGE.computeIfAbsent(language, Formats::new);
    }

    /** An amount in the currency's minor unit, e.g. {@code 1.234.567 ₫} (with a no-break space) or {@code ₫1,234,567}. */
    public String money(long minor, String currency) {
        var unit = Currency.getInstance(currency);
        return numbers.unit(unit)
                .format(BigDecimal.valueOf(minor, unit.getDefaultFractionDigits()))
                .toString();
    }

    public String number(long number) {
        return numbers.format(number).toString();
    }

    /** At most three decimal places. */
    public String decimal(BigDecimal number) {
        return decimals.format(number).toString();
    }

    /** Exactly two decimal places, for figures that stand below each other. */
    public String hundredths(BigDecimal number) {
        return hundredths.format(number).toString();
    }

    /** A ratio in percent with at most one decimal place: 0.125 is {@code 12,5%}. */
    public String percent(BigDecimal ratio) {
        return percents.format(ratio).toString();
    }

    public String date(LocalDate date) {
        return dates.format(date);
    }

    public String dateTime(Instant instant) {
        return dateTimes.format(instant);
    }

    /** Grams below one kilogram, kilograms from there on: {@code 500 g}, {@code 1,5 kg}. */
    public String weight(int grams) {
        return grams < GRAMS_PER_KILOGRAM
                ? weight(BigDecimal.valueOf(grams), MeasureUnit.GRAM)
                : weight(BigDecimal.valueOf(grams, 3), MeasureUnit.KILOGRAM);
    }

    private String weight(BigDecimal amount, MeasureUnit unit) {
        return decimals.unit(unit)
                .unitWidth(NumberFormatter.UnitWidth.SHORT)
                .format(amount)
                .toString()
                .replace(' ', '\u00a0');
    }
}
