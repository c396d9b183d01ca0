package vn.chophien.marketplace.pricefeed.quota;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** Why a program may not read on, or gets no further key. */
abstract sealed class QuotaProblem extends ProblemException {
    private static final long serialVersionUID = 1L;

    private QuotaProblem(ProblemType type, Map<String, ?> arguments) {
        super(type, arguments, List.of());
    }

    /** The key is none of ours, or was revoked. */
    static final class UnknownKey extends QuotaProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-key-unknown", HttpStatus.UNAUTHORIZED);

        UnknownKey() {
            super(TYPE, Map.of());
        }
    }

    static final class Spent extends QuotaProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-quota-spent", HttpStatus.TOO_MANY_REQUESTS);

        Spent(Duration left) {
            super(TYPE, Map.of("minutes", Math.max(1, left.plusSeconds(59).toMinutes())));
        }
    }

    static final class TooManyKeys extends QuotaProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("too-many-price-keys", HttpStatus.CONFLICT);

        TooManyKeys(int most) {
            super(TYPE, Map.of("most", most));
        }
    }
}
