package vn.chophien.marketplace.pricefeed.desk;

import java.util.Optional;
import java.util.UUID;
import vn.chophien.marketplace.id.UuidV7;

public record EntrySetId(UUID value) {
    static EntrySetId generate() {
        return new EntrySetId(UuidV7.next());
    }

    static Optional<EntrySetId> parse(String text) {
        try {
            return Optional.of(new EntrySetId(UUID.fromString(text)));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
