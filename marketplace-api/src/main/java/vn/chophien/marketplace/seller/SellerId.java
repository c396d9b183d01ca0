package vn.chophien.marketplace.seller;

import java.util.UUID;
import vn.chophien.marketplace.id.UuidV7;

/** Identifies a seller and its shop. */
public record SellerId(UUID value) {
    public static SellerId generate() {
        return new SellerId(UuidV7.next());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static SellerId parse(String text) {
        return new SellerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
