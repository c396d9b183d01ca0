package vn.chophien.marketplace.security;

import java.util.UUID;
import vn.chophien.marketplace.id.UuidV7;

/** Identifies an account. It lives here because every signed-in request carries one. */
public record AccountId(UUID value) {
    /** The market itself, for what it does on time without a person; nobody signs in as it. */
    public static final AccountId MARKET = new AccountId(new UUID(0, 0));

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
