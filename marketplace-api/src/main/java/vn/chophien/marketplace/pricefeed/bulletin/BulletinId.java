package vn.chophien.marketplace.pricefeed.bulletin;

import java.util.Optional;
import java.util.UUID;
import vn.chophien.marketplace.id.UuidV7;

/** Of a draft; what is published has a number. */
public record BulletinId(UUID value) {
    static BulletinId generate() {
        return new BulletinId(UuidV7.next());
    }

    static Optional<BulletinId> parse(String text) {
        try {
            return Optional.of(new BulletinId(UUID.fromString(text)));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
