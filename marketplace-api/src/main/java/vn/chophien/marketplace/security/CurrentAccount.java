package vn.chophien.marketplace.security;

import java.util.Set;

/**
 * Who makes a request. A controller that takes it answers 401 to anonymous callers; one that takes it as
 * {@code @Nullable} receives null for them.
 */
public record CurrentAccount(AccountId id, Set<Role> roles) {
    public CurrentAccount {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
