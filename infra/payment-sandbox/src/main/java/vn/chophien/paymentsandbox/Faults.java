package vn.chophien.paymentsandbox;

import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Failures that tests and operators order in advance: outages, slow answers, lost connections. */
public final class Faults {

    /** Whether the gateway does what it was asked before it fails to say so. */
    public enum Effect {
        NOTHING_HAPPENED,
        ANSWER_LOST
    }

    /**
     * @param pathPattern regular expression over the whole path
     * @param status answered instead; 0 for none (then {@code connection} or only the delay applies)
     */
    public record Failure(
            String method,
            String pathPattern,
            int times,
            Effect effect,
            int status,
            @Nullable Fault connection,
            Duration delay) {

        /** The next calls answer 500. */
        public static Failure outage(String method, String pathPattern, int times) {
            return new Failure(method, pathPattern, times, Effect.NOTHING_HAPPENED, 500, null, Duration.ZERO);
        }

        /** The next calls take effect, but the connection breaks before the answer. */
        public static Failure answerLost(String method, String pathPattern, int times) {
            return new Failure(
                    method, pathPattern, times, Effect.ANSWER_LOST, 0, Fault.CONNECTION_RESET_BY_PEER, Duration.ZERO);
        }

        /** The next calls take effect, but are answered only after the delay. */
        public static Failure slow(String method, String pathPattern, int times, Duration delay) {
            return new Failure(method, pathPattern, times, Effect.ANSWER_LOST, 0, null, delay);
        }
    }

    private final List<Pending> pending = new ArrayList<>();

    public synchronized void order(Failure failure) {
        pending.add(new Pending(failure));
    }

    public synchronized void clear() {
        pending.clear();
    }

    synchronized Optional<Failure> next(String method, String path) {
        var first =
                pending.stream().filter(fault -> fault.matches(method, path)).findFirst();
        first.ifPresent(fault -> {
            if (--fault.left == 0) {
                pending.remove(fault);
            }
        });
        return first.map(fault -> fault.failure);
    }

    private static final class Pending {
        private final Failure failure;
        private final Pattern path;
        private int left;

        Pending(Failure failure) {
            this.failure = failure;
            this.path = Pattern.compile(failure.pathPattern());
            this.left = failure.times();
        }

        boolean matches(String method, String requested) {
            return failure.method().equalsIgnoreCase(method)
                    && path.matcher(requested).matches();
        }
    }
}
