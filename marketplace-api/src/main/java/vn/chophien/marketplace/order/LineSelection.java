package vn.chophien.marketplace.order;

import java.util.Map;
import vn.chophien.marketplace.web.FieldProblem;

/** Whether so many pieces of these lines can still be given up or sent. */
final class LineSelection {

    private LineSelection() {}

    /** Refused with a field error for each line that has fewer pieces open, and when nothing is selected. */
    static void check(SellerOrder part, Map<Integer, Integer> pieces) {
        var errors = pieces.entrySet().stream()
                .filter(wanted -> wanted.getValue() < 1 || wanted.getValue() > open(part, wanted.getKey()))
                .map(wanted -> new FieldProblem(
                        "lines." + wanted.getKey(), "more-than-open", Map.of("open", open(part, wanted.getKey()))))
                .toList();
        if (pieces.isEmpty() || !errors.isEmpty()) {
            throw OrderProblem.linesNotOpen(part.number(), errors);
        }
    }

    private static int open(SellerOrder part, int position) {
        return part.line(position).map(OrderLine::open).orElse(0);
    }
}
