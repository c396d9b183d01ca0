package vn.chophien.marketplace.settlement.deposit;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** What deposits refuse. */
final class DepositProblem extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType KNOWN = new ProblemType("gateway-deposit-known", HttpStatus.CONFLICT);
    private static final ProblemType MORE_THAN_HELD =
            new ProblemType("gateway-deposit-exceeds-balance", HttpStatus.CONFLICT);

    private DepositProblem(ProblemType type, Map<String, ?> arguments, List<FieldProblem> errors) {
        super(type, arguments, errors);
    }

    static DepositProblem known(Deposit deposit) {
        return new DepositProblem(
                KNOWN,
                Map.of(
                        "reference",
                        deposit.reference(),
                        "amount",
                        deposit.amount().minor(),
                        "fee",
                        deposit.fee().minor(),
                        "day",
                        deposit.arrivedOn().toString()),
                List.of());
    }

    static DepositProblem moreThanHeld(Money asked, Money held) {
        return new DepositProblem(MORE_THAN_HELD, Map.of("asked", asked.minor(), "held", held.minor()), List.of());
    }
}
