package vn.chophien.marketplace.account;

import java.time.Duration;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.account.AccountRepository.Credentials;
import vn.chophien.marketplace.id.SecretToken;
import vn.chophien.marketplace.security.Passwords;
import vn.chophien.marketplace.security.RateLimit;

/**
 * Signs people in with address and password. Neither the answer nor the time it takes tells whether an account exists,
 * and an address can be tried only so often.
 */
@Component
class SignIn {
    private static final String ACTIVITY = "sign-in";
    private static final int ATTEMPTS = 10;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final RateLimit rateLimit;
    private final Sessions sessions;
    private final AccountSettings settings;

    SignIn(
            AccountRepository accounts,
            Passwords passwords,
            RateLimit rateLimit,
            Sessions sessions,
            AccountSettings settings) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rateLimit = rateLimit;
        this.sessions = sessions;
        this.settings = settings;
    }

    Mono<TokenResponse> signIn(String email, String password) {
        return EmailAddress.parse(email)
                .map(address -> signIn(address, password))
                .orElseGet(() -> refuse(password));
    }

    private Mono<TokenResponse> signIn(EmailAddress email, String password) {
        var subject = HexFormat.of().formatHex(new SecretToken(email.value()).hash());
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
