package vn.chophien.marketplace.order;

import java.util.UUID;
import vn.chophien.marketplace.id.UuidV7;

/** Identifies an order inside the system; people know it by its {@link OrderNumber}. */
public record OrderId(UUID value) {

    public static OrderId generate() {
        return new OrderId(UuidV7.next());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static OrderId parse(String text) {
        return new OrderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
