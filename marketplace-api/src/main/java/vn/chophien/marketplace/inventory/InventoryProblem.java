package vn.chophien.marketplace.inventory;

import java.util.List;
import java.util.Map;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** What the stock refuses. */
public abstract sealed class InventoryProblem extends ProblemException
        permits OutOfStockException, OnHandBelowReservedException, TooManyWatchesException {

    InventoryProblem(ProblemType type, Map<String, ?> arguments, List<FieldProblem> errors) {
        super(type, arguments, errors);
    }
}
