package vn.chophien.marketplace.search.insight;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables {@code search_count}, {@code search_step} and {@code search_count_rule}. */
@Repository
class SearchCountRepository {

    private final DatabaseClient database;

    SearchCountRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Adds to what is there; in the order of the keys, so that two instances cannot deadlock. */
    Mono<Void> add(Map<SearchTally.Words, SearchTally.Count> counts, Map<SearchTally.Step, SearchTally.Moves> steps) {
        return addCounts(counts).then(addSteps(steps));
    }

    private Mono<Void> addCounts(Map<SearchTally.Words, SearchTally.Count> counts) {
        if (counts.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("""
                INSERT INTO search_count AS c (day, language, words, searches, empty, results, opens, depth)
                SELECT * FROM unnest(:days, :languages, :words, :searches, :empty, :results, :opens, :depth)
                ON CONFLICT ON CONSTRAINT search_count_pk DO UPDATE
                SET searches = c.searches + excluded.searches, empty = c.empty + excluded.empty,
                    results = c.results + excluded.results, opens = c.opens + excluded.opens, depth = c.depth + excluded.depth
                """)
                .bind("days", days(counts.keySet(), SearchTally.Words::day))
                .bind("languages", texts(counts.keySet(), SearchTally.Words::language))
                .bind("words", texts(counts.keySet(), SearchTally.Words::words))
                .bind("searches", numbers(counts.values(), SearchTally.Count::searches))
                .bind("empty", numbers(counts.values(), SearchTally.Count::empty))
                .bind("results", numbers(counts.values(), SearchTally.Count::results))
                .bind("opens", numbers(counts.values(), SearchTally.Count::opens))
                .bind("depth", numbers(counts.values(), SearchTally.Count::depth))
                .then();
    }

    private Mono<Void> addSteps(Map<SearchTally.Step, SearchTally.Moves> steps) {
        if (steps.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("""
                INSERT INTO search_step AS s (day, language, words, next_words, times, opens)
                SELECT * FROM unnest(:days, :languages, :words, :next, :times, :opens)
                ON CONFLICT ON CONSTRAINT search_step_pk DO UPDATE
                SET times = s.times + excluded.times, opens = s.opens + excluded.opens
                """)
                .bind("days", days(steps.keySet(), SearchTally.Step::day))
                .bind("languages", texts(steps.keySet(), SearchTally.Step::language))
                .bind("words", texts(steps.keySet(), SearchTally.Step::words))
                .bind("next", texts(steps.keySet(), SearchTally.Step::next))
                .bind("times", numbers(steps.values(), SearchTally.Moves::times))
                .bind("opens", numbers(steps.values(), SearchTally.Moves::opens))
                .then();
    }

    /** What is older than the rule in force lets it be, and words that few have searched for a little sooner. */
    Mono<Void> forget() {
        return database.sql("""
                WITH rule AS (
                    SELECT kept_days, shown_from, rare_kept_days FROM search_count_rule
                     WHERE valid_from <= CURRENT_DATE ORDER BY valid_from DESC LIMIT 1
                ), rare AS (
                    SELECT language, words FROM search_count, rule
                     GROUP BY language, words, shown_from HAVING sum(searches) < shown_from
                ), gone AS (
                    DELETE FROM search_count c USING rule
                     WHERE c.day < CURRENT_DATE - kept_days
                        OR c.day < CURRENT_DATE - rare_kept_days
                           AND EXISTS (SELECT 1 FROM rare r WHERE r.language = c.language AND r.words = c.words)
                )
                DELETE FROM search_step s USING rule
                 WHERE s.day < CURRENT_DATE - kept_days
                    OR s.day < CURRENT_DATE - rare_kept_days AND s.times < shown_from
                """).then();
    }

    /** The most frequent first; only words that enough searches have. */
    Flux<WordsReport> report(ReportKind kind, String language, LocalDate from, int most) {
        return database.sql("""
                SELECT c.words, sum(c.searches)::bigint AS searches, sum(c.empty)::bigint AS empty,
                       sum(c.results)::bigint AS results, sum(c.opens)::bigint AS opens, sum(c.depth)::bigint AS depth
                  FROM search_count c
                 WHERE c.language = :language AND c.day >= :from
                 GROUP BY c.words
                HAVING sum(c.searches) >= (SELECT shown_from FROM search_count_rule
                                            WHERE valid_from <= CURRENT_DATE ORDER BY valid_from DESC LIMIT 1)
                   AND CASE :kind WHEN 'EMPTY' THEN sum(c.empty) > 0
                                  WHEN 'UNOPENED' THEN sum(c.searches) >= 10 AND sum(c.empty) = 0
                                                       AND sum(c.opens) * 10 < sum(c.searches)
                                  ELSE true END
                 ORDER BY CASE :kind WHEN 'EMPTY' THEN sum(c.empty) ELSE sum(c.searches) END DESC, c.words
                 LIMIT :most
                """)
                .bind("kind", kind.name())
                .bind("language", language)
                .bind("from", from)
                .bind("most", most)
                .map(row -> new WordsReport(
                        required(row, "words", String.class),
                        required(row, "searches", Long.class),
                        required(row, "empty", Long.class),
                        required(row, "results", Long.class),
                        required(row, "opens", Long.class),
                        required(row, "depth", Long.class)))
                .all();
    }

    Mono<SearchTally.Count> sums(String language, LocalDate from) {
        return database.sql("""
                SELECT COALESCE(sum(searches), 0)::bigint AS searches, COALESCE(sum(empty), 0)::bigint AS empty,
                       COALESCE(sum(results), 0)::bigint AS results, COALESCE(sum(opens), 0)::bigint AS opens,
                       COALESCE(sum(depth), 0)::bigint AS depth
                  FROM search_count WHERE language = :language AND day >= :from
                """)
                .bind("language", language)
                .bind("from", from)
                .map(row -> new SearchTally.Count(
                        required(row, "searches", Long.class),
                        required(row, "empty", Long.class),
                        required(row, "results", Long.class),
                        required(row, "opens", Long.class),
                        required(row, "depth", Long.class)))
                .one();
    }

    /** What was opened after the words had found nothing, as often as enough people did so. */
    Flux<FollowedWords> followed(String language, LocalDate from) {
        return database.sql("""
                SELECT words, next_words, sum(times)::bigint AS times
                  FROM search_step
                 WHERE language = :language AND day >= :from
                 GROUP BY words, next_words
                HAVING sum(opens) > 0
                   AND sum(times) >= (SELECT shown_from FROM search_count_rule
                                       WHERE valid_from <= CURRENT_DATE ORDER BY valid_from DESC LIMIT 1)
                 ORDER BY sum(times) DESC, words, next_words
                 LIMIT 200
                """)
                .bind("language", language)
                .bind("from", from)
                .map(row -> new FollowedWords(
                        required(row, "words", String.class),
                        required(row, "next_words", String.class),
                        required(row, "times", Long.class)))
                .all();
    }

    private static <K> LocalDate[] days(Collection<K> keys, Function<K, LocalDate> day) {
        return keys.stream().map(day).toArray(LocalDate[]::new);
    }

    private static <K> String[] texts(Collection<K> keys, Function<K, String> text) {
        return keys.stream().map(text).toArray(String[]::new);
    }

    private static <V> Long[] numbers(Collection<V> values, ToLongFunction<V> number) {
        return values.stream().mapToLong(number).boxed().toArray(Long[]::new);
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    record FollowedWords(String words, String next, long times) {}

    /** The lists of a report. */
    enum ReportKind {
        TOP,
        EMPTY,
        UNOPENED
    }

    record WordsReport(String words, long searches, long empty, long results, long opens, long depth) {}
}
