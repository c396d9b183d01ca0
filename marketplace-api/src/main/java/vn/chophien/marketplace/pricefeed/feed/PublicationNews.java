package vn.chophien.marketplace.pricefeed.feed;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.PriceFeedSettings;
import vn.chophien.marketplace.pricefeed.Publication;
import vn.chophien.marketplace.pricefeed.Publications;
import vn.chophien.marketplace.sql.Columns;

/**
 * The events after a vintage. The latest are kept for all subscribers together, so that a thousand of them cost the
 * database as much as one.
 */
@Component
public class PublicationNews {
    private static final int KEPT = 256;
    private static final int PAGE = 100;

    private final Publications publications;
    private final DatabaseClient database;
    private final PriceFeedSettings settings;
    private volatile Kept kept = new Kept(Integer.MAX_VALUE, List.of());

    PublicationNews(Publications publications, DatabaseClient database, PriceFeedSettings settings) {
        this.publications = publications;
        this.database = database;
        this.settings = settings;
    }

    /** @param after every event after this vintage is among {@code events} */
    private record Kept(int after, List<PublicationEvent> events) {
        int last() {
            return events.isEmpty() ? after : events.getLast().vintage();
        }

        Kept and(List<PublicationEvent> news) {
            var all = Stream.concat(events.stream(), news.stream()).toList();
            var surplus = Math.max(0, all.size() - KEPT);
            return surplus == 0
                    ? new Kept(after, all)
                    : new Kept(all.get(surplus - 1).vintage(), List.copyOf(all.subList(surplus, all.size())));
        }
    }

    /** Reads what has been published since; the vintage of the last event there is. */
    Mono<Integer> refresh() {
        return Mono.defer(() -> {
            var before = kept;
            var start = before.after() == Integer.MAX_VALUE
                    ? publications.last().map(last -> new Kept(last, List.of())).defaultIfEmpty(new Kept(0, List.of()))
                    : Mono.just(before);
            return start.flatMap(known -> read(known.last()).map(known::and).doOnNext(now -> kept = now))
                    .map(Kept::last);
        });
    }

    /** The next events after a vintage, oldest first, as many as fit a page; none when there is no news. */
    public Mono<List<PublicationEvent>> after(int vintage) {
        var known = kept;
        return vintage >= known.after()
                ? Mono.just(known.events().stream()
                        .filter(event -> event.vintage() > vintage)
                        .limit(PAGE)
                        .toList())
                : read(vintage);
    }

    private Mono<List<PublicationEvent>> read(int after) {
        return publications
                .after(after, PAGE)
                .collectList()
                .flatMap(
                        found -> Flux.fromIterable(found).concatMap(this::event).collectList());
    }

    /** The event of one publication. */
    public Mono<PublicationEvent> one(int vintage) {
        return publications.upTo(vintage, 1).next().flatMap(this::event);
    }

    private Mono<PublicationEvent> event(Publication publication) {
        return database.sql("""
                        SELECT s.code
                        FROM (
                            SELECT series_id FROM price_month WHERE vintage = :vintage
                            UNION
                            SELECT series_id FROM price_forecast WHERE vintage = :vintage) o
                        JOIN price_series s ON s.id = o.series_id
                        ORDER BY s.code
                        """)
                .bind("vintage", publication.vintage())
                .map(row -> Columns.text(row, "code"))
                .all()
                .collectList()
                .map(codes -> PublicationEvent.of(
                        publication,
                        List.copyOf(codes.subList(0, Math.min(PublicationEvent.MOST_SERIES, codes.size()))),
                        codes.size(),
                        settings.apiUrl()));
    }
}
