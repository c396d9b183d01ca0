package vn.chophien.marketplace.catalog;

import java.util.UUID;
import vn.chophien.marketplace.id.UuidV7;

/** Identifies a variant of a listing: what a buyer puts into the cart. */
public record VariantId(UUID value) {
    public static VariantId generate() {
        return new VariantId(UuidV7.next());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static VariantId parse(String text) {
        return new VariantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
