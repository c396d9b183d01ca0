package vn.chophien.marketplace.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.account.RefreshTokenRepository.Family;
import vn.chophien.marketplace.id.SecretToken;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.security.AccessTokens;
import vn.chophien.marketplace.security.AccessTokens.AccessToken;
import vn.chophien.marketplace.security.Role;

/**
 * Keeps people signed in: a short access token, and a refresh token that is exchanged for the next pair once. Who shows
 * an exchanged one again holds a copy, so that ends the sign-in for everybody who holds one.
 */
@Component
class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    /** Two requests of one page may refresh at the same moment; that is no theft. */
    private static final Duration LEEWAY = Duration.ofSeconds(10);

    private final RefreshTokenRepository refreshTokens;
    private final AccountRepository accounts;
    private final AccessTokens accessTokens;
    private final ObjectProvider<SellerOfAccount> shops;
    private final AccountSettings settings;
    private final InstantSource clock;
    private final TransactionalOperator transaction;

    Sessions(
            RefreshTokenRepository refreshTokens,
            AccountRepository accounts,
            AccessTokens accessTokens,
            ObjectProvider<SellerOfAccount> shops,
            AccountSettings settings,
            InstantSource clock,
            TransactionalOperator transaction) {
        this.refreshTokens = refreshTokens;
        this.accounts = accounts;
        this.accessTokens = accessTokens;
        this.shops = shops;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    Mono<TokenResponse> begin(Account account) {
        return Mono.defer(() -> refreshTokens
                        .deleteExpired(account.id(), clock.instant())
                        .then(next(account, new Family(UuidV7.next(), account.id()))))
                .as(transaction::transactional);
    }

    Mono<TokenResponse> resume(SecretToken token) {
        return Mono.defer(() -> refreshTokens.use(token, clock.instant(), LEEWAY))
                .flatMap(family -> accounts.find(family.account()).flatMap(account -> next(account, family)))
                .as(transaction::transactional)
                .switchIfEmpty(Mono.defer(() -> end(token)).then(Mono.error(AccountProblem::invalidRefreshToken)));
    }

    /** Ends the sign-in that the token belongs to; an unknown token belongs to none. */
    Mono<Void> end(SecretToken token) {
        return Mono.defer(() -> refreshTokens.revokeFamilyOf(token, clock.instant()))
                .doOnNext(revoked -> LOG.debug("Ended a sign-in of {} refresh tokens", revoked))
                .then();
    }

    private Mono<TokenResponse> next(Account account, Family family) {
        return Mono.defer(() -> {
            var refresh = SecretToken.generate();
            return refreshTokens
                    .insert(refresh, family, clock.instant(), settings.refreshLifetime())
                    .then(accessToken(account))
                    .map(access -> TokenResponse.of(access, refresh));
        });
    }

    private Mono<AccessToken> accessToken(Account account) {
        return Mono.justOrEmpty(shops.getIfAvailable())
                .flatMap(known -> known.shopOf(account.id()))
                .map(shop -> {
                    var roles = EnumSet.copyOf(account.roles());
                    roles.add(Role.SELLER);
                    return accessTokens.issue(account.id(), roles, shop.id());
                })
                .switchIfEmpty(Mono.fromSupplier(() -> accessTokens.issue(account.id(), account.roles(), null)));
    }
}
