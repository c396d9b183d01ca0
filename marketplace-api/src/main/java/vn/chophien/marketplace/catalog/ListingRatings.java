package vn.chophien.marketplace.catalog;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps the number and the sum of ratings with each listing, so that lists need not count reviews. */
@Repository
public class ListingRatings {
    private final DatabaseClient database;
    private final ListingMarks marks;

    ListingRatings(DatabaseClient database, ListingMarks marks) {
        this.database = database;
        this.marks = marks;
    }

    /** Counts new ratings in and marks the listings. Call it in the transaction that adds the reviews. */
    public Mono<Void> add(Map<ListingId, ? extends Collection<Integer>> ratings) {
        var entries = ratings.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .toList();
        // The marks lock the rows, in the order of their ids, before they are changed.
        return marks.mark(entries.stream().map(Map.Entry::getKey).toList())
                .then(database.sql("""
                        UPDATE listing l SET rating_count = l.rating_count + r.n, rating_sum = l.rating_sum + r.stars
                        FROM unnest(:ids, :counts, :sums) AS r (id, n, stars)
                        WHERE l.id = r.id
                        """)
                        .bind(
                                "ids",
                                entries.stream()
                                        .map(entry -> entry.getKey().value())
                                        .toArray(UUID[]::new))
                        .bind(
                                "counts",
                                entries.stream()
                                        .map(entry -> entry.getValue().size())
                                        .toArray(Integer[]::new))
                        .bind(
                                "sums",
                                entries.stream()
                                        .map(entry -> sum(entry.getValue()))
                                        .toArray(Integer[]::new))
                        .then());
    }

    private static int sum(Collection<Integer> ratings) {
        return ratings.stream().mapToInt(Integer::intValue).sum();
    }
}
