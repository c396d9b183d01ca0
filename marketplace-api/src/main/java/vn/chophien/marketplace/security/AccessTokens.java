package vn.chophien.marketplace.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Issues the bearer tokens that the API accepts, and reads them. */
@Component
public class AccessTokens {
    static final String ISSUER = "chophien";
    private static final String ROLES_CLAIM = "roles";
    private static final String SELLER_CLAIM = "seller";

    private final JwtEncoder encoder;
    private final Duration lifetime;
    private final InstantSource clock;

    AccessTokens(JwtEncoder encoder, TokenSettings settings, InstantSource clock) {
        this.encoder = encoder;
        this.lifetime = settings.lifetime();
        this.clock = clock;
    }

    /** @param seller the shop the account runs, if it runs one */
    public AccessToken issue(AccountId account, Set<Role> roles, @Nullable UUID seller) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(account.toString())
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .claim(ROLES_CLAIM, roles.stream().map(Role::name).sorted().toList());
        if (seller != null) {
            claims.claim(SELLER_CLAIM, seller.toString());
        }
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        var token = encoder.encode(JwtEncoderParameters.from(header, claims.build()));
        return new AccessToken(token.getTokenValue(), lifetime);
    }

    static AccountId account(Jwt token) {
        return AccountId.parse(Objects.requireNonNull(token.getSubject(), "A token of ours names its account"));
    }

    static Set<Role> roles(Jwt token) {
        var roles = EnumSet.noneOf(Role.class);
        var names = token.getClaimAsStringList(ROLES_CLAIM);
        if (names != null) {
            names.forEach(name -> roles.add(Role.valueOf(name)));
        }
        return roles;
    }

    static @Nullable UUID seller(Jwt token) {
        var seller = token.getClaimAsString(SELLER_CLAIM);
        return seller == null ? null : UUID.fromString(seller);
    }

    /** A signed token and how long it is good for. */
    public record AccessToken(String value, Duration lifetime) {}
}
