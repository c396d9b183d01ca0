package vn.chophien.marketplace.cart;

import java.util.Optional;
import java.util.UUID;
import vn.chophien.marketplace.id.RandomUuid;

/** Identifies a cart and permits its use, so it is random rather than ordered by time like other ids. */
public record CartId(UUID value) {

    public static CartId generate() {
        return new CartId(RandomUuid.next());
    }

    /** Empty for text that cannot be an id: to its sender that cart does not exist. */
    public static Optional<CartId> of(String text) {
        try {
            return Optional.of(new CartId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
