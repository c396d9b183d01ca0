package vn.chophien.indexer.bulk;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to leave an engine alone that is too busy or away: twice as long each time, up to a ceiling, never two alike. */
public record Backoff(Duration shortest, Duration longest) {

    /** For the way to the index. */
    public static final Backoff OF_THE_INDEX = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private static final int MOST_DOUBLINGS = 20;

    /** Somewhere between half the wait after this many failures in a row and the whole of it, so that writers do not come back together. */
    public Duration after(int failures) {
        return after(failures, ThreadLocalRandom.current().nextDouble());
    }

    /** @param chance from 0, half the wait, to 1, the whole */
    Duration after(int failures, double chance) {
        long doubled = shortest.toMillis() << Math.clamp(failures - 1, 0, MOST_DOUBLINGS);
        long wait = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(wait / 2 + Math.round(chance * wait / 2));
    }
}
