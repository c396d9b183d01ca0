package vn.chophien.marketplace.pricefeed.forecastrecord;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** Why a series has no forecast to read. */
abstract sealed class NoForecast extends ProblemException {
    private static final long serialVersionUID = 1L;

    private NoForecast(ProblemType type, Map<String, ?> arguments) {
        super(type, arguments, List.of());
    }

    /** Its history would do; no officer has issued one. */
    static final class NotIssued extends NoForecast {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-forecast-not-issued", HttpStatus.NOT_FOUND);

        NotIssued() {
            super(TYPE, Map.of());
        }
    }

    /** Its history does not do. */
    static final class Refused extends NoForecast {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-forecast-refused", HttpStatus.NOT_FOUND);

        /** @param reason in the reader's language */
        Refused(String reason) {
            super(TYPE, Map.of("reason", reason));
        }
    }
}
