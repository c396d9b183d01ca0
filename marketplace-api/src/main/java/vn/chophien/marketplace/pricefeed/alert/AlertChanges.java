package vn.chophien.marketplace.pricefeed.alert;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.Publication;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.alert.AlertThresholds.Bands;
import vn.chophien.marketplace.sql.Columns;

/**
 * Which alert levels a publication changed: those of the series it said something of, beside what they were after the
 * publication before it that did. The same whenever it is asked, so what was found is kept.
 */
@Component
class AlertChanges {
    private static final int KEPT = 256;

    /** A load of more series than these sets a market up, which changes no levels. */
    private static final int MOST_SERIES = 500;

    private final DatabaseClient database;
    private final SeriesCatalog catalog;
    private final SeriesAlerts alerts;
    private final AlertThresholds thresholds;
    private final Map<Integer, List<AlertChange>> kept = new LinkedHashMap<>();

    AlertChanges(DatabaseClient database, SeriesCatalog catalog, SeriesAlerts alerts, AlertThresholds thresholds) {
        this.database = database;
        this.catalog = catalog;
        this.alerts = alerts;
        this.thresholds = thresholds;
    }

    /** @param state after the last publication before that said something of the series */
    private record Touched(int seriesId, KnownAt state) {}

    Mono<List<AlertChange>> of(Publication publication) {
        synchronized (kept) {
            var known = kept.get(publication.vintage());
            if (known != null) {
                return Mono.just(known);
            }
        }
        return find(publication).doOnNext(found -> keep(publication.vintage(), found));
    }

    private void keep(int vintage, List<AlertChange> found) {
        synchronized (kept) {
            kept.put(vintage, found);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }

    private Mono<List<AlertChange>> find(Publication publication) {
        return touched(publication.vintage())
                .collectList()
                .filter(touched -> !touched.isEmpty() && touched.size() <= MOST_SERIES)
                .flatMap(touched -> Mono.zip(
                                thresholds.bands(),
                                catalog.all(publication.vintage()).collectMap(PriceSeries::id))
                        .flatMap(read -> Flux.fromIterable(touched)
                                .concatMap(one -> change(
                                        Objects.requireNonNull(read.getT2().get(one.seriesId())),
                                        one.state(),
                                        state(publication),
                                        read.getT1()))
                                .collectList()))
                .defaultIfEmpty(List.of());
    }

    private Flux<Touched> touched(int vintage) {
        return database.sql("""
                        SELECT t.series_id, p.vintage, p.id, p.published_at
                        FROM (
                            SELECT s.series_id,
                                   (SELECT MAX(b.vintage) FROM price_month b
                                    WHERE b.series_id = s.series_id AND b.vintage < :vintage) AS before
                            FROM (SELECT DISTINCT series_id FROM price_month WHERE vintage = :vintage) s
                            LIMIT :most) t
                        JOIN price_publication p ON p.vintage = t.before
                        ORDER BY t.series_id
                        """)
                .bind("vintage", vintage)
                .bind("most", MOST_SERIES + 1)
                .map(row -> {
                    var at = Columns.instant(row, "published_at");
                    return new Touched(
                            Columns.integer(row, "series_id"),
                            new KnownAt(
                                    Columns.integer(row, "vintage"),
                                    Columns.uuid(row, "id").toString(),
                                    at,
                                    LocalDate.ofInstant(at, KnownAt.VIETNAM),
                                    true));
                })
                .all();
    }

    private static KnownAt state(Publication publication) {
        return new KnownAt(
                publication.vintage(),
                publication.id().toString(),
                publication.publishedAt(),
                LocalDate.ofInstant(publication.publishedAt(), KnownAt.VIETNAM),
                true);
    }

    /** Empty when the level stayed, and when there was none before or is none now. */
    private Mono<AlertChange> change(PriceSeries series, KnownAt before, KnownAt after, Bands bands) {
        return alerts.of(series, bands, before)
                .zipWith(Mono.defer(() -> alerts.of(series, bands, after)))
                .flatMap(states -> Mono.justOrEmpty(states.getT1()
                        .flatMap(was -> states.getT2()
                                .filter(is -> is.level() != was.level())
                                .map(is -> new AlertChange(series, is.month(), was.level(), is.level())))));
    }
}
