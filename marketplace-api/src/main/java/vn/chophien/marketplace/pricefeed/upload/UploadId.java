package vn.chophien.marketplace.pricefeed.upload;

import java.util.Optional;
import java.util.UUID;
import vn.chophien.marketplace.id.UuidV7;

/** Identifies an upload of prices. */
record UploadId(UUID value) {
    static UploadId generate() {
        return new UploadId(UuidV7.next());
    }

    /** Empty for a text that is no id. */
    static Optional<UploadId> parse(String text) {
        try {
            return Optional.of(new UploadId(UUID.fromString(text)));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
