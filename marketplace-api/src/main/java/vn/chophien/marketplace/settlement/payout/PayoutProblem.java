package vn.chophien.marketplace.settlement.payout;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;
import vn.chophien.marketplace.web.RequestProblem;

/** What payouts refuse. */
final class PayoutProblem extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType NOTHING_TO_PAY = new ProblemType("nothing-to-pay-out", HttpStatus.CONFLICT);
    private static final ProblemType SECOND_PERSON = new ProblemType("second-person-needed", HttpStatus.CONFLICT);
    private static final ProblemType BATCH_DECIDED = new ProblemType("payout-batch-decided", HttpStatus.CONFLICT);
    private static final ProblemType BATCH_NOT_APPROVED =
            new ProblemType("payout-batch-not-approved", HttpStatus.CONFLICT);
    private static final ProblemType ACCOUNT_CHANGED = new ProblemType("payout-account-changed", HttpStatus.CONFLICT);
    private static final ProblemType ILLEGAL_STEP = new ProblemType("illegal-payout-step", HttpStatus.CONFLICT);
    private static final ProblemType BELOW_MINIMUM = new ProblemType("below-payout-minimum", HttpStatus.CONFLICT);

    private static final ProblemType AT_GATEWAY = new ProblemType("payout-at-gateway", HttpStatus.CONFLICT);
    private static final ProblemType GATEWAY_ACCOUNT_TAKEN =
            new ProblemType("gateway-account-taken", HttpStatus.CONFLICT);
    private static final ProblemType GATEWAY_UNAVAILABLE =
            new ProblemType("gateway-unavailable", HttpStatus.SERVICE_UNAVAILABLE);

    private PayoutProblem(ProblemType type, Map<String, ?> arguments, List<FieldProblem> errors) {
        super(type, arguments, errors);
    }

    static PayoutProblem nothingToPay() {
        return new PayoutProblem(NOTHING_TO_PAY, Map.of(), List.of());
    }

    static PayoutProblem secondPersonNeeded(String batch) {
        return new PayoutProblem(SECOND_PERSON, Map.of("batch", batch), List.of());
    }

    static PayoutProblem batchDecided(String batch, PayoutBatch.State state) {
        return new PayoutProblem(BATCH_DECIDED, Map.of("batch", batch, "state", state.name()), List.of());
    }

    static PayoutProblem batchNotApproved(String batch) {
        return new PayoutProblem(BATCH_NOT_APPROVED, Map.of("batch", batch), List.of());
    }

    /** @param references of the payouts that would go where their shops are no longer paid */
    static PayoutProblem accountChanged(List<String> references) {
        return new PayoutProblem(ACCOUNT_CHANGED, Map.of("references", String.join(", ", references)), List.of());
    }

    static PayoutProblem illegalStep(String reference, PayoutState from, PayoutState to) {
        return new PayoutProblem(
                ILLEGAL_STEP, Map.of("reference", reference, "from", from.name(), "to", to.name()), List.of());
    }

    static PayoutProblem belowMinimum(Money available, Money minimum) {
        return new PayoutProblem(
                BELOW_MINIMUM, Map.of("available", available.minor(), "minimum", minimum.minor()), List.of());
    }

    static PayoutProblem minimumTooLow(Money least) {
        return new PayoutProblem(
                RequestProblem.INVALID_REQUEST,
                Map.of(),
                List.of(new FieldProblem("minimum", "too-small", Map.of("min", least.minor()))));
    }

    /** The gateway itself says what became of it. */
    static PayoutProblem atGateway(String reference) {
        return new PayoutProblem(AT_GATEWAY, Map.of("reference", reference), List.of());
    }

    static PayoutProblem gatewayAccountTaken(String account) {
        return new PayoutProblem(GATEWAY_ACCOUNT_TAKEN, Map.of("account", account), List.of());
    }

    static PayoutProblem unknownGatewayAccount(String account) {
        return new PayoutProblem(
                RequestProblem.INVALID_REQUEST,
                Map.of(),
                List.of(new FieldProblem("account", "gateway-account-unknown", Map.of("account", account))));
    }

    static PayoutProblem gatewayUnavailable() {
        return new PayoutProblem(GATEWAY_UNAVAILABLE, Map.of(), List.of());
    }
}
