package vn.chophien.marketplace.account;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;

/** Looks people up for other capabilities. */
@Component
public class Accounts {
    private final AccountRepository repository;

    Accounts(AccountRepository repository) {
        this.repository = repository;
    }

    public Mono<Account> find(AccountId id) {
        return repository.find(id);
    }

    public Mono<Account> findByEmail(String email) {
        return EmailAddress.parse(email).map(repository::findByEmail).orElseGet(Mono::empty);
    }
}
