package vn.chophien.marketplace.catalog;

import java.util.UUID;
import vn.chophien.marketplace.id.UuidV7;

/** Identifies a listing. */
public record ListingId(UUID value) {
    public static ListingId generate() {
        return new ListingId(UuidV7.next());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static ListingId parse(String text) {
        return new ListingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
