package vn.chophien.marketplace.payment.transfer;

import java.util.Optional;
import java.util.UUID;
import vn.chophien.marketplace.id.UuidV7;

/** Identifies a bank transfer that arrived. */
record TransferId(UUID value) {

    static TransferId generate() {
        return new TransferId(UuidV7.next());
    }

    static Optional<TransferId> of(String text) {
        try {
            return Optional.of(new TransferId(UUID.fromString(text)));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
