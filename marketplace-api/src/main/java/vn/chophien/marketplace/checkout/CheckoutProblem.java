package vn.chophien.marketplace.checkout;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.cart.LineProblem;
import vn.chophien.marketplace.cart.PricedLine;
import vn.chophien.marketplace.inventory.OutOfStockException;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** What a checkout refuses. */
final class CheckoutProblem extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType CART_EMPTY = new ProblemType("cart-empty", HttpStatus.CONFLICT);
    private static final ProblemType PRICE_CHANGED = new ProblemType("price-changed", HttpStatus.CONFLICT);

    private CheckoutProblem(ProblemType type, Map<String, ?> arguments, List<FieldProblem> errors) {
        super(type, arguments, errors);
    }

    static CheckoutProblem cartEmpty() {
        return new CheckoutProblem(CART_EMPTY, Map.of(), List.of());
    }

    /** The buyer agreed to another total than the goods and their delivery cost now. */
    static CheckoutProblem priceChanged(long expected, Money total) {
        var figures = Map.of("expected", expected, "total", total.minor());
        return new CheckoutProblem(
                PRICE_CHANGED, figures, List.of(new FieldProblem("expected_total", "price-changed", figures)));
    }

    /** Lines that cannot be served; each says what is left. */
    static CheckoutProblem unavailable(List<PricedLine> lines) {
        return new CheckoutProblem(
                OutOfStockException.TYPE,
                Map.of(),
                lines.stream()
                        .flatMap(line -> line.problem().map(problem -> error(line, problem)).stream())
                        .toList());
    }

    private static FieldProblem error(PricedLine line, LineProblem problem) {
        return new FieldProblem(
                "lines." + line.variant().id(),
                problem.code(),
                Map.of("wanted", line.quantity(), "available", line.available()));
    }
}
