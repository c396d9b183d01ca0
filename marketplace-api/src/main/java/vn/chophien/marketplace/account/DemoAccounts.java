package vn.chophien.marketplace.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.security.Passwords;

/** Opens the demo accounts of a local market, and nothing elsewhere. */
@Component
public class DemoAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);

    private final AccountSettings settings;
    private final AccountRepository accounts;
    private final Passwords passwords;
    private final TransactionalOperator transaction;

    DemoAccounts(
            AccountSettings settings,
            AccountRepository accounts,
            Passwords passwords,
            TransactionalOperator transaction) {
        this.settings = settings;
        this.accounts = accounts;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /**
     * Opens those that are missing; calling it at every start is fine.
     *
     * @return the account that is to own the market's demo shop, or nothing where demo accounts are not allowed
     */
    public Mono<AccountId> open() {
        return Mono.defer(() -> {
            if (!settings.demo()) {
                return Mono.empty();
            }
            LOG.warn("Demo accounts with public passwords are open: never on a market that others can reach");
            return Flux.fromArray(DemoAccount.values())
                    .concatMap(this::openUnlessOpen)
                    .then(accounts.findByEmail(DemoAccount.SELLER.email()))
                    .map(Account::id);
        });
    }

    private Mono<Account> openUnlessOpen(DemoAccount demo) {
        return accounts.findByEmail(demo.email()).switchIfEmpty(Mono.defer(() -> open(demo)));
    }

    private Mono<Account> open(DemoAccount demo) {
        var account = new Account(AccountId.generate(), demo.email().value(), demo.displayName(), null, demo.roles());
        return passwords
                .hash(demo.password())
                .flatMap(hash -> accounts.insert(account, hash)
                        .filter(inserted -> inserted)
                        .flatMap(inserted -> accounts.grant(account.id(), account.roles()))
                        .as(transaction::transactional))
                .thenReturn(account);
    }
}
