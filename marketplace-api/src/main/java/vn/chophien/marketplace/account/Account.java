package vn.chophien.marketplace.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.security.Role;

/**
 * A person who can sign in.
 *
 * @param roles that were granted, with {@link Role#BUYER}; {@link Role#SELLER} follows from running a shop and is not
 *     among them
 */
public record Account(
        AccountId id,
        String email,
        String displayName,
        @Nullable String phone,
        Set<Role> roles) {
    public Account {
        roles = Set.copyOf(roles);
    }
}
