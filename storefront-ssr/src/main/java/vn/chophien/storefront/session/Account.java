package vn.chophien.storefront.session;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.api.AccountApi;

/** The signed-in person as pages show her. */
public record Account(
        String id,
        String email,
        String displayName,
        Set<Role> roles,
        @Nullable String shopSlug,
        @Nullable String shopName) {

    static Account from(AccountApi.Me me) {
        var known = Arrays.stream(Role.values())
                .filter(role -> me.roles().contains(role.name()))
                .collect(Collectors.toUnmodifiableSet());
        var shop = me.shop();
        return new Account(
                me.id(),
                me.email(),
                me.displayName(),
                known,
                shop == null ? null : shop.slug(),
                shop == null ? null : shop.name());
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
