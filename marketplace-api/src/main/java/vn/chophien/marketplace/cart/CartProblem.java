package vn.chophien.marketplace.cart;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** What a cart refuses. */
public final class CartProblem extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType NOT_FOUND = new ProblemType("cart-not-found", HttpStatus.NOT_FOUND);
    private static final ProblemType NOT_FOR_SALE = new ProblemType("not-for-sale", HttpStatus.CONFLICT);
    private static final ProblemType LIMIT = new ProblemType("cart-limit", HttpStatus.CONFLICT);

    private CartProblem(ProblemType type, Map<String, ?> arguments, List<FieldProblem> errors) {
        super(type, arguments, errors);
    }

    public static CartProblem notFound() {
        return new CartProblem(NOT_FOUND, Map.of(), List.of());
    }

    static CartProblem notForSale() {
        return new CartProblem(
                NOT_FOR_SALE, Map.of(), List.of(new FieldProblem("variant_id", "not-on-sale", Map.of())));
    }

    static CartProblem tooMany(int most) {
        return limit(new FieldProblem("quantity", "at-most", Map.of("most", most)));
    }

    static CartProblem full(int most) {
        return limit(new FieldProblem("variant_id", "cart-full", Map.of("most", most)));
    }

    private static CartProblem limit(FieldProblem error) {
        return new CartProblem(LIMIT, Map.of(), List.of(error));
    }
}
