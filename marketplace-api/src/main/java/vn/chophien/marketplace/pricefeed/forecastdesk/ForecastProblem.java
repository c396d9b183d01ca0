package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.pricefeed.forecast.ForecastGate;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** Why there is no forecast. */
sealed class ForecastProblem extends ProblemException {
    private static final long serialVersionUID = 1L;

    private ForecastProblem(ProblemType type, Map<String, ?> arguments) {
        super(type, arguments, List.of());
    }

    static final class TooShort extends ForecastProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-history-too-short", HttpStatus.UNPROCESSABLE_CONTENT);

        private TooShort(Map<String, ?> arguments) {
            super(TYPE, arguments);
        }
    }

    static final class TooManyHoles extends ForecastProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE =
                new ProblemType("price-history-too-many-holes", HttpStatus.UNPROCESSABLE_CONTENT);

        private TooManyHoles(Map<String, ?> arguments) {
            super(TYPE, arguments);
        }
    }

    static ForecastProblem of(ForecastGate.Obstacle obstacle) {
        return switch (obstacle.kind()) {
            case TOO_SHORT -> new TooShort(obstacle.arguments());
            case TOO_MANY_HOLES -> new TooManyHoles(obstacle.arguments());
            case STALE -> throw new IllegalArgumentException("An old history bars publication, never a preview.");
        };
    }
}
