package vn.chophien.marketplace.search.insight;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BinaryOperator;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Language;

/**
 * Counts searches and opened results in memory, for {@link SearchLogWriter} to store in batches. A call costs one addition and never
 * waits; what was not stored yet is lost with the process, and words beyond a limit are not counted until the next batch.
 */
@Component
public class SearchLog {

    static final int MOST_WORDS = 20_000;
    private static final int DEEPEST = 1_000;
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final ConcurrentMap<SearchTally.Words, SearchTally.Count> counts = new ConcurrentHashMap<>();
    private final ConcurrentMap<SearchTally.Step, SearchTally.Moves> steps = new ConcurrentHashMap<>();
    private final InstantSource clock;

    SearchLog(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param alone whether nothing but the words narrowed the search
     * @param after words that found nothing, from whose page this search came
     */
    public void searched(Language language, String typed, long results, boolean alone, String after) {
        CountedWords.of(typed).ifPresent(words -> {
            long empty = results == 0 && alone ? 1 : 0;
            count(language, words, new SearchTally.Count(1, empty, results, 0, 0));
            step(language, after, words, new SearchTally.Moves(1, 0));
        });
    }

    /** @param place of the opened result on its page, from 1 */
    public void opened(Language language, String typed, int place, String after) {
        CountedWords.of(typed).ifPresent(words -> {
            count(language, words, new SearchTally.Count(0, 0, 0, 1, Math.clamp(place, 1, DEEPEST)));
            step(language, after, words, new SearchTally.Moves(0, 1));
        });
    }

    Map<SearchTally.Words, SearchTally.Count> takeCounts() {
        return taken(counts, SearchTally.Words.ORDER);
    }

    Map<SearchTally.Step, SearchTally.Moves> takeSteps() {
        return taken(steps, SearchTally.Step.ORDER);
    }

    /** Gives back what could not be stored. */
    void giveBack(Map<SearchTally.Words, SearchTally.Count> unstored, Map<SearchTally.Step, SearchTally.Moves> unmade) {
        unstored.forEach((words, count) -> add(counts, words, count, SearchTally.Count::plus));
        unmade.forEach((step, moves) -> add(steps, step, moves, SearchTally.Moves::plus));
    }

    private void count(Language language, String words, SearchTally.Count count) {
        add(counts, new SearchTally.Words(today(), language.tag(), words), count, SearchTally.Count::plus);
    }

    private void step(Language language, String after, String words, SearchTally.Moves moves) {
        Optional.of(after)
                .filter(before -> !before.isBlank())
                .flatMap(CountedWords::of)
                .filter(before -> !before.equals(words))
                .ifPresent(before -> add(
                        steps,
                        new SearchTally.Step(today(), language.tag(), before, words),
                        moves,
                        SearchTally.Moves::plus));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }

    private static <K, V> void add(ConcurrentMap<K, V> map, K key, V value, BinaryOperator<V> plus) {
        if (map.size() < MOST_WORDS || map.containsKey(key)) {
            map.merge(key, value, plus);
        }
    }

    /** Entry by entry, each in one step, so that nothing is counted twice or lost between. */
    private static <K, V> Map<K, V> taken(ConcurrentMap<K, V> map, Comparator<K> order) {
        var taken = new TreeMap<K, V>(order);
        for (var key : map.keySet()) {
            var value = map.remove(key);
            if (value != null) {
                taken.put(key, value);
            }
        }
        return taken;
    }
}
