package vn.chophien.marketplace.account;

import java.time.Duration;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.account.AccountRepository.Credentials;
import vn.chophien.marketplace.id.SecretToken;
import vn.chophien.marketplace.security.ClientAddress;
import vn.chophien.marketplace.security.ClientLimits;
import vn.chophien.marketplace.security.ClientLimits.Activity;
import vn.chophien.marketplace.security.Passwords;
import vn.chophien.marketplace.security.RateLimit;

/**
 * Signs people in with address and password. Neither the answer nor the time it takes tells whether an account exists. A
 * client can fail only so often, and less often at one account; failures elsewhere do not keep its owner out.
 */
@Component
class SignIn {
    private static final String ACTIVITY = "sign-in";
    private static final int ATTEMPTS = 10;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final RateLimit rateLimit;
    private final ClientLimits clientLimits;
    private final Sessions sessions;
    private final AccountSettings settings;

    SignIn(
            AccountRepository accounts,
            Passwords passwords,
            RateLimit rateLimit,
            ClientLimits clientLimits,
            Sessions sessions,
            AccountSettings settings) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rateLimit = rateLimit;
        this.clientLimits = clientLimits;
        this.sessions = sessions;
        this.settings = settings;
    }

    Mono<TokenResponse> signIn(String email, String password, ClientAddress client) {
        return clientLimits
                .attempt(Activity.SIGN_IN_FAILURE, client)
                .then(Mono.defer(() -> EmailAddress.parse(email)
                        .map(address -> signIn(address, password, client))
                        .orElseGet(() -> refuse(password))))
                .flatMap(token ->
                        clientLimits.takeBack(Activity.SIGN_IN_FAILURE, client).thenReturn(token));
    }

    private Mono<TokenResponse> signIn(EmailAddress email, String password, ClientAddress client) {
        var subject = HexFormat.of().formatHex(new SecretToken(email.value() + " " + client.value()).hash());
        return rateLimit
                .attempt(ACTIVITY, subject, ATTEMPTS, WINDOW)
                .then(Mono.defer(() -> accounts.findCredentials(email)))
                .filter(credentials -> settings.demo() || !DemoAccount.knows(email, password))
                .flatMap(credentials -> check(credentials, password))
                .switchIfEmpty(Mono.defer(() -> refuse(password)))
                .flatMap(account -> rateLimit.forget(ACTIVITY, subject).then(sessions.begin(account)));
    }

    private Mono<Account> check(Credentials credentials, String password) {
        return passwords.matches(password, credentials.passwordHash()).map(matches -> {
            if (!matches) {
                throw AccountProblem.invalidCredentials();
            }
            return credentials.account();
        });
    }

    private <T> Mono<T> refuse(String password) {
        return passwords.matchNobody(password).then(Mono.error(AccountProblem::invalidCredentials));
    }
}
