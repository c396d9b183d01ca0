package vn.chophien.marketplace.account;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.RequestProblem;

/** An account's addresses, of which one is the default as long as there are any. */
@Component
class AddressBook {
    private static final int CAPACITY = 20;

    private final AddressRepository addresses;
    private final TransactionalOperator transaction;

    AddressBook(AddressRepository addresses, TransactionalOperator transaction) {
        this.addresses = addresses;
        this.transaction = transaction;
    }

    Flux<Address> findAll(AccountId account) {
        return addresses.findAll(account);
    }

    Mono<Address> add(AccountId account, Address address) {
        return addresses
                .lock(account)
                .flatMap(count -> {
                    if (count >= CAPACITY) {
                        return Mono.error(AccountProblem.tooManyAddresses());
                    }
                    var clearing = address.isDefault() ? addresses.clearDefault(account) : Mono.<Void>empty();
                    return clearing.then(addresses.insert(account, address)).then(addresses.chooseDefault(account));
                })
                .then(addresses
                        .findAll(account)
                        .filter(kept -> kept.id().equals(address.id()))
                        .single())
                .as(transaction::transactional);
    }

    Mono<Void> remove(AccountId account, AddressId address) {
        return addresses
                .lock(account)
                .then(addresses.delete(account, address))
                .flatMap(deleted -> deleted ? addresses.chooseDefault(account) : Mono.error(RequestProblem.notFound()))
                .as(transaction::transactional);
    }
}
