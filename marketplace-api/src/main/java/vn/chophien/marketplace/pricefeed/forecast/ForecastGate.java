package vn.chophien.marketplace.pricefeed.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.Frequency;

/**
 * Which histories are good enough to forecast from. A forecast may be published under rules at least as strict as those of
 * the World Food Programme's ALPS: three years, 70 % observed, six months fresh, and fresher for series that are quoted more
 * often. An officer may look at a preview earlier.
 */
public enum ForecastGate {
    PREVIEW(30) {
        @Override
        int fewestSteps(Frequency frequency) {
            return switch (frequency) {
                case DAILY -> 250;
                case WEEKLY -> 104;
                case MONTHLY -> 60;
            };
        }

        @Override
        int mostDaysOld(Frequency frequency) {
            return Integer.MAX_VALUE;
        }
    },

    PUBLICATION(70) {
        @Override
        int fewestSteps(Frequency frequency) {
            return switch (frequency) {
                case DAILY -> 780;
                case WEEKLY -> 156;
                // Five years: fewer cannot be forecast at all.
                case MONTHLY -> 60;
            };
        }

        @Override
        int mostDaysOld(Frequency frequency) {
            return switch (frequency) {
                case DAILY -> 21;
                case WEEKLY -> 56;
                // Dated the first of its month: six months after its end.
                case MONTHLY -> 214;
            };
        }
    };

    private final int leastObserved;

    /** @param leastObserved percent of steps */
    ForecastGate(int leastObserved) {
        this.leastObserved = leastObserved;
    }

    /** What is wrong with a history; the texts are {@code prices.forecast.obstacle.<code>}. */
    public record Obstacle(Kind kind, Map<String, ?> arguments) {
        public enum Kind {
            TOO_SHORT("too-short"),
            TOO_MANY_HOLES("too-many-holes"),
            STALE("stale");

            private final String code;

            Kind(String code) {
                this.code = code;
            }

            public String code() {
                return code;
            }
        }
    }

    abstract int fewestSteps(Frequency frequency);

    abstract int mostDaysOld(Frequency frequency);

    public List<Obstacle> obstacles(PriceHistory history, LocalDate today) {
        var frequency = history.frequency();
        var found = new ArrayList<Obstacle>();
        int fewest = fewestSteps(frequency);
        if (history.length() < fewest) {
            found.add(tooShort(history.length(), frequency));
        }
        long observed = (long) Math.floor(100 * history.observedShare(fewest));
        if (observed < leastObserved) {
            found.add(
                    new Obstacle(Obstacle.Kind.TOO_MANY_HOLES, Map.of("observed", observed, "needed", leastObserved)));
        }
        long age = ChronoUnit.DAYS.between(history.last(), today);
        if (age > mostDaysOld(frequency)) {
            found.add(new Obstacle(Obstacle.Kind.STALE, Map.of("days", age, "most", mostDaysOld(frequency))));
        }
        return found;
    }

    /** What is wrong with a series that has no price at all. */
    public Obstacle nothingYet(Frequency frequency) {
        return tooShort(0, frequency);
    }

    private Obstacle tooShort(int steps, Frequency frequency) {
        return new Obstacle(
                Obstacle.Kind.TOO_SHORT,
                Map.of("steps", steps, "needed", fewestSteps(frequency), "frequency", frequency.name()));
    }

    public @Nullable Obstacle obstacle(PriceHistory history, LocalDate today) {
        var found = obstacles(history, today);
        return found.isEmpty() ? null : found.getFirst();
    }
}
