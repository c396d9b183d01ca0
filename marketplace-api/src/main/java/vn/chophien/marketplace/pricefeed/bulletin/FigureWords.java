package vn.chophien.marketplace.pricefeed.bulletin;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.Frequency;
import vn.chophien.marketplace.pricefeed.Observation;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.pricefeed.bulletin.SeriesFigures.Change;

/** Puts single figures into words. */
@Component
class FigureWords {
    /** A month this near to the year's average is at its level. */
    private static final BigDecimal NEXT_TO_NOTHING = new BigDecimal("0.005");

    private static final int MOST_MOVERS = 3;

    private final SeriesTexts texts;
    private final Messages messages;

    FigureWords(SeriesTexts texts, Messages messages) {
        this.texts = texts;
        this.messages = messages;
    }

    String title(PriceSeries series, Language language) {
        return texts.title(series, language);
    }

    String amount(PriceSeries series, Price price, Language language) {
        var formats = Formats.of(language);
        var figures = price.isRange()
                ? formats.decimal(price.min()) + "–" + formats.decimal(price.max())
                : formats.decimal(price.min());
        return withUnit(figures, series, language);
    }

    String amount(PriceSeries series, BigDecimal value, Language language) {
        return withUnit(Formats.of(language).decimal(value), series, language);
    }

    /** A figure and its unit do not part at the end of a line. */
    private String withUnit(String figures, PriceSeries series, Language language) {
        return figures + "\u00a0" + texts.unit(series, language);
    }

    /** With its preposition, as languages differ in it: {@code ngày 20/11/2026}, {@code in May 2026}. */
    String when(PriceSeries series, Observation observation, Language language) {
        var day = observation.validOn();
        return series.frequency() == Frequency.MONTHLY
                ? messages.format(
                        language,
                        "bulletin.figure.month",
                        Map.of(
                                "month", month(day.getMonthValue(), language),
                                "year", String.valueOf(day.getYear())))
                : messages.format(
                        language,
                        "bulletin.figure.day",
                        Map.of("day", Formats.of(language).date(day)));
    }

    String month(int month, Language language) {
        return messages.format(language, "bulletin.figure.month-name", Map.of("month", month));
    }

    String extreme(PriceSeries series, Observation observation, boolean highest, Language language) {
        var price = observation.price();
        return messages.format(
                language,
                "bulletin.figure.extreme",
                Map.of(
                        "price", amount(series, highest ? price.max() : price.min(), language),
                        "when", when(series, observation, language)));
    }

    String change(PriceSeries series, Change change, Language language) {
        return messages.format(
                language,
                "bulletin.figure.change",
                Map.of(
                        "direction", change.direction(),
                        "amount", amount(series, change.amount().abs(), language),
                        "percent", percent(change, language)));
    }

    /** For a cell of a table: {@code +1,2%}. */
    String signed(Change change, Language language) {
        var sign = change.direction() > 0 ? "+" : change.direction() < 0 ? "\u2212" : "";
        return sign + percent(change, language);
    }

    private static String percent(Change change, Language language) {
        return Formats.of(language).percent(change.ratio().abs());
    }

    String season(BigDecimal ratio, Language language) {
        var near = ratio.abs().compareTo(NEXT_TO_NOTHING) < 0;
        return messages.format(
                language,
                "bulletin.figure.season",
                Map.of(
                        "direction",
                        near ? 0 : ratio.signum(),
                        "percent",
                        Formats.of(language).percent(ratio.abs())));
    }

    /** The strongest first. */
    String movers(Evidence evidence, Span span, Directive.Direction direction, Language language) {
        var sign = direction == Directive.Direction.UP ? 1 : -1;
        record Moved(PriceSeries series, Change change) {}
        var moved = evidence.selected().stream()
                .flatMap(one ->
                        one.changeIn(evidence.scope(), span).map(change -> new Moved(one.series(), change)).stream())
                .filter(one -> one.change().direction() == sign)
                .sorted(Comparator.comparing((Moved one) -> one.change().ratio().abs())
                        .reversed()
                        .thenComparing(one -> one.series().code().value()))
                .limit(MOST_MOVERS)
                .map(one -> messages.format(
                        language,
                        "bulletin.figure.mover",
                        Map.of(
                                "title", texts.title(one.series(), language),
                                "percent", percent(one.change(), language))))
                .toList();
        return moved.isEmpty()
                ? messages.format(language, "bulletin.figure.nobody")
                : moved.stream().collect(Collectors.joining("; "));
    }

    static long count(Evidence evidence, Span span, Directive.Direction direction) {
        var sign = switch (direction) {
            case UP -> 1;
            case DOWN -> -1;
            case SAME -> 0;
        };
        return evidence.selected().stream()
                .flatMap(one -> one.changeIn(evidence.scope(), span).stream())
                .filter(change -> change.direction() == sign)
                .count();
    }

    Figure.Table table(Evidence evidence, List<SeriesFigures> series, Language language) {
        var step = evidence.scope().period().step();
        return new Figure.Table(
                List.of(
                        messages.format(language, "bulletin.table.series"),
                        messages.format(language, "bulletin.table.price"),
                        messages.format(language, "bulletin.table.date"),
                        changed(step, language),
                        changed(Span.YEAR, language)),
                series.stream().map(one -> row(one, evidence.scope(), language)).toList());
    }

    private Figure.Row row(SeriesFigures one, Scope scope, Language language) {
        var none = messages.format(language, "bulletin.table.none");
        return new Figure.Row(
                one.series(),
                List.of(
                        texts.title(one.series(), language),
                        one.last()
                                .map(last -> amount(one.series(), last.price(), language))
                                .orElse(none),
                        one.last()
                                .map(last -> dateInTable(one.series(), last, language))
                                .orElse(none),
                        one.changeIn(scope, scope.period().step())
                                .map(change -> signed(change, language))
                                .orElse(none),
                        one.change(Span.YEAR)
                                .map(change -> signed(change, language))
                                .orElse(none)));
    }

    private static String dateInTable(PriceSeries series, Observation observation, Language language) {
        var day = observation.validOn();
        return series.frequency() == Frequency.MONTHLY
                ? "%02d/%d".formatted(day.getMonthValue(), day.getYear())
                : Formats.of(language).date(day);
    }

    private String changed(Span span, Language language) {
        return messages.format(language, "bulletin.table.change", Map.of("against", against(span, language)));
    }

    /** What a change is against, such as {@code so với tuần trước}. */
    String against(Span span, Language language) {
        var spoken = span.spoken();
        return messages.format(
                language, "bulletin.against", Map.of("unit", spoken.unit().name(), "count", spoken.count()));
    }

    List<String> alerts(Evidence.Alerts said, Language language) {
        return said.isEmpty() ? List.of(messages.format(language, "bulletin.alerts.none")) : said.in(language);
    }

    List<String> late(Evidence evidence, Language language) {
        var late = evidence.selected().stream()
                .filter(one -> one.isLate(evidence.scope().from()))
                .map(one -> lateLine(one, language))
                .toList();
        return late.isEmpty() ? List.of(messages.format(language, "bulletin.late.none")) : late;
    }

    private String lateLine(SeriesFigures one, Language language) {
        var title = texts.title(one.series(), language);
        return Optional.of(one.observations())
                .filter(found -> !found.isEmpty())
                .map(List::getLast)
                .map(last -> messages.format(
                        language,
                        "bulletin.late.last",
                        Map.of("title", title, "when", when(one.series(), last, language))))
                .orElseGet(() -> messages.format(language, "bulletin.late.never", Map.of("title", title)));
    }
}
