package vn.chophien.marketplace.account;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.security.ClientAddress;
import vn.chophien.marketplace.security.ClientLimits;
import vn.chophien.marketplace.security.ClientLimits.Activity;
import vn.chophien.marketplace.security.Passwords;

/** Opens an account for somebody who agreed to the terms; the agreement is recorded with it. */
@Component
class AccountRegistration {
    private final AccountRepository accounts;
    private final ClientLimits clientLimits;
    private final Passwords passwords;
    private final InstantSource clock;
    private final TransactionalOperator transaction;

    AccountRegistration(
            AccountRepository accounts,
            ClientLimits clientLimits,
            Passwords passwords,
            InstantSource clock,
            TransactionalOperator transaction) {
        this.accounts = accounts;
        this.clientLimits = clientLimits;
        this.passwords = passwords;
        this.clock = clock;
        this.transaction = transaction;
    }

    Mono<Account> register(Account account, String password, ClientAddress client) {
        return clientLimits
                .attempt(Activity.NEW_ACCOUNT, client)
                .then(passwords.hash(password))
                .flatMap(hash -> insert(account, hash).as(transaction::transactional));
    }

    private Mono<Account> insert(Account account, String hash) {
        return accounts.insert(account, hash).flatMap(inserted -> {
            if (!inserted) {
                return Mono.error(AccountProblem.emailTaken());
            }
            return accounts.recordConsent(UuidV7.next(), account.id(), Consent.TERMS_AT_REGISTRATION, clock.instant())
                    .thenReturn(account);
        });
    }
}
