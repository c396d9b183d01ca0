package vn.chophien.marketplace.pricefeed.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.bulletin.Directive.Reading;
import vn.chophien.marketplace.pricefeed.bulletin.DirectiveScan.Place;

/** Binds the directives of a text to what the record says. */
@Component
class FigureBinding {
    private final FigureWords words;

    FigureBinding(FigureWords words) {
        this.words = words;
    }

    /**
     * A directive that stands for nothing.
     *
     * @param code the text is {@code problem.field.bulletin-<code>}
     */
    record Fault(int line, String source, String code) {}

    /** @param figures by what stands in the text, braces included */
    record Resolved(Evidence evidence, Map<String, Figure> figures, List<Fault> faults) {}

    Resolved bind(Evidence evidence, List<Place> places, Language language) {
        var figures = new LinkedHashMap<String, Figure>();
        var faults = new ArrayList<Fault>();
        for (var place : places) {
            switch (place.reading()) {
                case Reading.Refused refused -> faults.add(new Fault(place.line(), place.source(), refused.code()));
                case Reading.Understood understood -> {
                    var directive = understood.directive();
                    if (!evidence.knows(directive.series())) {
                        faults.add(new Fault(place.line(), place.source(), "unknown-series"));
                    } else {
                        figure(directive, evidence, language)
                                .ifPresentOrElse(
                                        figure -> figures.put(place.source(), figure),
                                        () -> faults.add(new Fault(place.line(), place.source(), "no-figure")));
                    }
                }
            }
        }
        return new Resolved(evidence, figures, faults);
    }

    /** Empty where the record has nothing to say. */
    private Optional<Figure> figure(Directive directive, Evidence evidence, Language language) {
        var all = evidence.of(directive.series());
        return switch (directive.name()) {
            case PRICE, DATE, CHANGE, HIGH, LOW, AVERAGE, SEASON ->
                ofOne(directive, all.getFirst(), language).map(figure -> figure);
            case COUNT -> {
                var count = FigureWords.count(evidence, span(directive), direction(directive));
                yield Optional.of(
                        new Figure.Words(Formats.of(language).number(count), null, BigDecimal.valueOf(count)));
            }
            case MOVERS ->
                Optional.of(new Figure.Words(
                        words.movers(evidence, span(directive), direction(directive), language), null, null));
            case CHART ->
                Optional.of(all.getFirst().within(span(directive)))
                        .filter(found -> found.size() > 1)
                        .map(found -> new Figure.Chart(all.getFirst().series(), found));
            case TABLE ->
                all.stream().allMatch(one -> one.last().isEmpty())
                        ? Optional.empty()
                        : Optional.of(words.table(evidence, all, language));
            case LATE -> Optional.of(new Figure.Lines(words.late(evidence, language)));
            case ALERTS ->
                Optional.ofNullable(evidence.alerts()).map(said -> new Figure.Lines(words.alerts(said, language)));
        };
    }

    private Optional<Figure.Words> ofOne(Directive directive, SeriesFigures one, Language language) {
        var series = one.series();
        return switch (directive.name()) {
            case PRICE ->
                one.last()
                        .map(last -> new Figure.Words(
                                words.amount(series, last.price(), language),
                                series,
                                last.price().middle()));
            case DATE -> one.last().map(last -> new Figure.Words(words.when(series, last, language), series, null));
            case CHANGE ->
                one.change(span(directive))
                        .map(change ->
                                new Figure.Words(words.change(series, change, language), series, change.ratio()));
            case HIGH ->
                one.highest(span(directive))
                        .map(found -> new Figure.Words(
                                words.extreme(series, found, true, language),
                                series,
                                found.price().max()));
            case LOW ->
                one.lowest(span(directive))
                        .map(found -> new Figure.Words(
                                words.extreme(series, found, false, language),
                                series,
                                found.price().min()));
            case AVERAGE ->
                one.average(span(directive))
                        .map(mean -> new Figure.Words(words.amount(series, mean, language), series, mean));
            case SEASON -> one.season().map(ratio -> new Figure.Words(words.season(ratio, language), series, ratio));
            case COUNT, MOVERS, CHART, TABLE, LATE, ALERTS ->
                throw new IllegalArgumentException("Not about one series: " + directive.name());
        };
    }

    private static Span span(Directive directive) {
        return Objects.requireNonNull(directive.span());
    }

    private static Directive.Direction direction(Directive directive) {
        return Objects.requireNonNull(directive.direction());
    }
}
