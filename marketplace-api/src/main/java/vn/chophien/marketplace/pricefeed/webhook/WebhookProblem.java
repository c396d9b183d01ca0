package vn.chophien.marketplace.pricefeed.webhook;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** Why there is no further webhook. */
final class WebhookProblem extends ProblemException {
    private static final long serialVersionUID = 1L;
    static final ProblemType TOO_MANY = new ProblemType("too-many-price-webhooks", HttpStatus.CONFLICT);

    WebhookProblem(int most) {
        super(TOO_MANY, Map.of("most", most), List.of());
    }
}
