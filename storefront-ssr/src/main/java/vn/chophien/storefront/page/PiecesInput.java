package vn.chophien.storefront.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.chophien.storefront.api.OrderApi;

/** Whole numbers beside the lines of an order: inputs named by a prefix and the line's position. */
public final class PiecesInput {

    private PiecesInput() {}

    /** The lines with one piece or more; what is no number is none. */
    public static List<OrderApi.Pieces> read(MultiValueMap<String, String> form, String prefix) {
        return form.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .flatMap(name -> number(name.substring(prefix.length()))
                        .flatMap(position ->
                                number(form.getFirst(name)).map(pieces -> new OrderApi.Pieces(position, pieces)))
                        .stream())
                .filter(line -> line.quantity() > 0)
                .toList();
    }

    public static Optional<Integer> number(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(Integer.valueOf(text.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
