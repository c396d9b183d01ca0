package vn.chophien.marketplace.payment;

import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** What card payments refuse. */
public final class PaymentProblem extends ProblemException {

    private static final long serialVersionUID = 1L;

    public static final ProblemType ALREADY_PAID = new ProblemType("already-paid", HttpStatus.CONFLICT);
    public static final ProblemType UNAVAILABLE =
            new ProblemType("payment-unavailable", HttpStatus.SERVICE_UNAVAILABLE);
    public static final ProblemType REFUSED = new ProblemType("payment-refused", HttpStatus.CONFLICT);
    public static final ProblemType REFUND_EXCEEDS_PAYMENT =
            new ProblemType("refund-exceeds-payment", HttpStatus.CONFLICT);
    public static final ProblemType ACCOUNT_RELEASED = new ProblemType("account-released", HttpStatus.CONFLICT);
    public static final ProblemType FORGED_EVENT = new ProblemType("forged-event", HttpStatus.BAD_REQUEST);

    private PaymentProblem(ProblemType type, Map<String, ?> arguments) {
        super(type, arguments);
    }

    static PaymentProblem alreadyPaid(String reference) {
        return new PaymentProblem(ALREADY_PAID, Map.of("reference", reference));
    }

    static PaymentProblem unavailable() {
        return new PaymentProblem(UNAVAILABLE, Map.of());
    }

    static PaymentProblem refused() {
        return new PaymentProblem(REFUSED, Map.of());
    }

    public static PaymentProblem refundExceedsPayment(Money asked, Money left) {
        return new PaymentProblem(REFUND_EXCEEDS_PAYMENT, Map.of("asked", asked.minor(), "left", left.minor()));
    }

    /** For another reason. */
    static PaymentProblem accountReleased() {
        return new PaymentProblem(ACCOUNT_RELEASED, Map.of());
    }

    static PaymentProblem forgedEvent() {
        return new PaymentProblem(FORGED_EVENT, Map.of());
    }
}
