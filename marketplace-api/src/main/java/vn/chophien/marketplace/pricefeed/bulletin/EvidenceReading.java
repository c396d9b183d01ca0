package vn.chophien.marketplace.pricefeed.bulletin;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.Observations;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.SeriesCode;
import vn.chophien.marketplace.pricefeed.Vintages;

/** Reads as much of the record as a text asks for. */
@Component
class EvidenceReading {
    private final SeriesCatalog catalog;
    private final Observations observations;
    private final Vintages vintages;
    private final ObjectProvider<BulletinAlerts> alerts;

    EvidenceReading(
            SeriesCatalog catalog,
            Observations observations,
            Vintages vintages,
            ObjectProvider<BulletinAlerts> alerts) {
        this.catalog = catalog;
        this.observations = observations;
        this.vintages = vintages;
        this.alerts = alerts;
    }

    /** For these directives. */
    Mono<Evidence> read(Scope scope, List<Directive> directives) {
        return catalog.all(scope.vintage()).collectMap(PriceSeries::id).flatMap(known -> {
            var named = new HashSet<SeriesCode>();
            directives.forEach(directive -> named.addAll(directive.series()));
            var selected = scope.seriesIds().stream()
                    .flatMap(id -> Stream.ofNullable(known.get(id)))
                    .toList();
            var others = known.values().stream()
                    .filter(one ->
                            named.contains(one.code()) && !scope.seriesIds().contains(one.id()))
                    .toList();
            return read(scope, selected, others, series -> earliest(series, scope.to(), directives))
                    .flatMap(evidence -> directives.stream().anyMatch(one -> one.name() == Directive.Name.ALERTS)
                            ? withAlerts(evidence, selected)
                            : Mono.just(evidence));
        });
    }

    /** For a text that is still to be written: all that one may say of these series. */
    Mono<Evidence> readAll(Scope scope, Set<SeriesCode> seasonal) {
        return catalog.all(scope.vintage()).collectMap(PriceSeries::id).flatMap(known -> {
            var selected = scope.seriesIds().stream()
                    .flatMap(id -> Stream.ofNullable(known.get(id)))
                    .toList();
            return read(
                            scope,
                            selected,
                            List.of(),
                            series -> seasonal.contains(series.code())
                                    ? SeriesFigures.earliestOfSeason(scope.to())
                                    : usual(series, scope.to()))
                    .flatMap(evidence -> withAlerts(evidence, selected));
        });
    }

    private Mono<Evidence> withAlerts(Evidence evidence, List<PriceSeries> selected) {
        var source = alerts.getIfAvailable();
        if (source == null) {
            return Mono.just(evidence);
        }
        return vintages.of(evidence.scope().vintage())
                .map(known -> endingWith(evidence.scope(), known))
                .flatMap(known -> Mono.zip(
                        source.sentences(selected, known, Language.VI), source.sentences(selected, known, Language.EN)))
                .map(said -> evidence.with(new Evidence.Alerts(said.getT1(), said.getT2())));
    }

    /** A bulletin about last month does not tell what is unusual since. */
    private static KnownAt endingWith(Scope scope, KnownAt known) {
        return known.day().isBefore(scope.to())
                ? known
                : new KnownAt(known.vintage(), known.publicationId(), known.publishedAt(), scope.to(), true);
    }

    private interface Since {
        LocalDate of(PriceSeries series);
    }

    private Mono<Evidence> read(Scope scope, List<PriceSeries> selected, List<PriceSeries> others, Since since) {
        return read(selected, scope, since)
                .flatMap(chosen -> read(others, scope, since).map(further -> {
                    Map<SeriesCode, SeriesFigures> byCode = new HashMap<>();
                    further.forEach(one -> byCode.put(one.series().code(), one));
                    return new Evidence(scope, chosen, byCode, null);
                }));
    }

    private Mono<List<SeriesFigures>> read(List<PriceSeries> series, Scope scope, Since since) {
        return Flux.fromIterable(series)
                .concatMap(one -> observations
                        .between(one.id(), since.of(one), scope.to(), scope.vintage())
                        .collectList()
                        .map(found -> new SeriesFigures(one, scope.to(), found)))
                .collectList();
    }

    private static LocalDate usual(PriceSeries series, LocalDate to) {
        return SeriesFigures.earliest(Span.YEAR, to, series.frequency());
    }

    private static LocalDate earliest(PriceSeries series, LocalDate to, List<Directive> directives) {
        return directives.stream()
                .filter(directive ->
                        directive.series().isEmpty() || directive.series().contains(series.code()))
                .map(directive -> earliest(series, to, directive))
                .reduce(usual(series, to), (one, other) -> one.isBefore(other) ? one : other);
    }

    private static LocalDate earliest(PriceSeries series, LocalDate to, Directive directive) {
        var span = directive.span();
        if (directive.name() == Directive.Name.SEASON) {
            return SeriesFigures.earliestOfSeason(to);
        }
        return span == null ? usual(series, to) : SeriesFigures.earliest(span, to, series.frequency());
    }
}
