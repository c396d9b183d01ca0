package vn.chophien.storefront.pricealerts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import vn.chophien.locales.Formats;

/**
 * A page of which prices are unusual, and how that is told.
 *
 * @param path of the page, without a cursor
 */
public record AlertsView(PriceAlertsApi.Alerts alerts, String path) {
    public record Credit(String source, String licence) {}

    private static final BigDecimal WHOLE_FROM = new BigDecimal("1000");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    public List<PriceAlertsApi.SeriesAlert> unusual() {
        return alerts.items().stream().filter(one -> one.alert().severity() > 0).toList();
    }

    public List<PriceAlertsApi.SeriesAlert> usual() {
        return alerts.items().stream()
                .filter(one -> one.alert().severity() == 0)
                .toList();
    }

    /** Whose prices these are, and on what terms. */
    public List<Credit> credits() {
        return alerts.items().stream()
                .map(one -> new Credit(one.series().source(), one.series().licence()))
                .distinct()
                .toList();
    }

    public int usualCount() {
        return alerts.total() - alerts.unusual();
    }

    public Optional<String> next() {
        return Optional.ofNullable(alerts.nextCursor()).map(cursor -> path + "?cursor=" + cursor);
    }

    /** The tone of a badge: the words beside it say the same. */
    public static String tone(int severity) {
        return switch (severity) {
            case 0 -> "leaf";
            case 1 -> "turmeric";
            default -> "lacquer";
        };
    }

    public static String month(LocalDate month) {
        return MONTH.format(month);
    }

    /** Whole numbers where there are thousands, as prices are quoted. */
    public static String price(BigDecimal value, Formats formats) {
        return formats.decimal(value.setScale(value.compareTo(WHOLE_FROM) >= 0 ? 0 : 2, RoundingMode.HALF_EVEN));
    }

    public static String value(BigDecimal value, Formats formats) {
        return formats.hundredths(value);
    }
}
