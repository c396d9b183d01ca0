package vn.chophien.marketplace.inventory;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.ProblemType;

/** A count below what orders already hold: those orders come first. */
public final class OnHandBelowReservedException extends InventoryProblem {

    private static final ProblemType TYPE = new ProblemType("on-hand-below-reserved", HttpStatus.CONFLICT);

    OnHandBelowReservedException(int onHand, int reserved) {
        super(
                TYPE,
                Map.of("on_hand", onHand, "reserved", reserved),
                List.of(new FieldProblem("on_hand", "below-reserved", Map.of("reserved", reserved))));
    }
}
