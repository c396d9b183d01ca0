package vn.chophien.marketplace.security;

import java.util.UUID;
import vn.chophien.marketplace.id.UuidV7;

/** Identifies an account. It lives here because every signed-in request carries one. */
public record AccountId(UUID value) {
    public static AccountId generate() {
        return new AccountId(UuidV7.next());
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static AccountId parse(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
