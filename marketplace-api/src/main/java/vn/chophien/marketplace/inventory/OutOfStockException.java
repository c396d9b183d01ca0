package vn.chophien.marketplace.inventory;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.ProblemType;

/** Fewer pieces are left than were asked for; each field error is named {@code lines.VARIANT} and says what is left. */
public final class OutOfStockException extends InventoryProblem {

    public static final ProblemType TYPE = new ProblemType("out-of-stock", HttpStatus.CONFLICT);

    private final transient List<Shortage> shortages;

    public OutOfStockException(List<Shortage> shortages) {
        super(TYPE, Map.of(), shortages.stream().map(Shortage::problem).toList());
        this.shortages = List.copyOf(shortages);
    }

    public List<Shortage> shortages() {
        return shortages;
    }

    /** A line that cannot be served: what was asked and what is left. */
    public record Shortage(VariantId variant, int wanted, int available) {

        FieldProblem problem() {
            return new FieldProblem(
                    "lines." + variant.value(),
                    available > 0 ? "not-enough" : "out-of-stock",
                    Map.of("wanted", wanted, "available", available));
        }
    }
}
