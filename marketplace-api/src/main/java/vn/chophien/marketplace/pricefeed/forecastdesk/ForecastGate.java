package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.Frequency;
import vn.chophien.marketplace.pricefeed.forecast.PriceHistory;

/**
 * Which histories are good enough to forecast from. A forecast may be published under rules at least as strict as those of
 * the World Food Programme's ALPS: three years, 70 % observed, six months fresh, and fresher for series that are quoted more
 * often. An officer may look at a preview earlier.
 */
enum ForecastGate {
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
    record Obstacle(Kind kind, Map<String, ?> arguments) {
        enum Kind {
            TOO_SHORT("too-short"),
            TOO_MANY_HOLES("too-many-holes"),
            STALE("stale");

            private final String code;

            Kind(String code) {
                this.code = code;
            }

            String code() {
                return code;
            }
        }
    }

    abstract int fewestSteps(Frequency frequency);

    abstract int mostDaysOld(Frequency frequency);

    List<Obstacle> obstacles(PriceHistory history, LocalDate today) {
        var frequency = history.frequency();
        var found = new ArrayList<Obstacle>();
        int fewest = fewestSteps(frequency);
        if (history.length() < fewest) {
            found.add(new Obstacle(
                    Obstacle.Kind.TOO_SHORT,
                    Map.of("steps", history.length(), "needed", fewest, "frequency", frequency.name())));
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

    @Nullable
    Obstacle obstacle(PriceHistory history, LocalDate today) {
        var found = obstacles(history, today);
        return found.isEmpty() ? null : found.getFirst();
    }
}
