package vn.chophien.marketplace.order;

import jakarta.validation.constraints.Min;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** So many pieces of an order line, as a client names them. */
record LineRequest(@Min(1) int position, @Min(1) int quantity) {

    /** A line that is named twice counts once, as it is named last. */
    static Map<Integer, Integer> pieces(Collection<LineRequest> lines) {
        return lines.stream()
                .collect(Collectors.toMap(LineRequest::position, LineRequest::quantity, (_, last) -> last));
    }
}
