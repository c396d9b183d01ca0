package vn.chophien.marketplace.inventory;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.ProblemType;

/** An account waits for as many goods as one may. */
final class TooManyWatchesException extends InventoryProblem {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE = new ProblemType("too-many-stock-watches", HttpStatus.CONFLICT);

    TooManyWatchesException(int most) {
        super(TYPE, Map.of("most", most), List.of());
    }
}
