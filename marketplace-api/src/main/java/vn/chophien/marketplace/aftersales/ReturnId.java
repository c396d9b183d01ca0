package vn.chophien.marketplace.aftersales;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import vn.chophien.marketplace.web.IdempotencyKey;

/** Identifies a return. Made from the request, so that asking twice asks once. */
record ReturnId(UUID value) {

    static ReturnId of(String part, IdempotencyKey key) {
        return new ReturnId(
                UUID.nameUUIDFromBytes(("return " + part + " " + key.value()).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
