package vn.chophien.marketplace.account;

import java.util.EnumSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.account.AccountSettings.FirstOperatorSettings;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.security.Passwords;
import vn.chophien.marketplace.security.Role;

/** Opens the account of a market's first operator, who is named in the settings since nobody is there to appoint one. */
@Component
public class FirstOperator {
    private static final Logger LOG = LoggerFactory.getLogger(FirstOperator.class);
    private static final String DISPLAY_NAME = "Ban điều hành chợ";

    private final FirstOperatorSettings settings;
    private final AccountRepository accounts;
    private final Passwords passwords;
    private final TransactionalOperator transaction;

    FirstOperator(
            AccountSettings settings,
            AccountRepository accounts,
            Passwords passwords,
            TransactionalOperator transaction) {
        this.settings = settings.firstOperator();
        this.accounts = accounts;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /**
     * Opens the account unless the address has one: that one keeps its password, and gets no role, since anybody can
     * register any address.
     *
     * @return fails with {@link IllegalArgumentException} when the settings name no address or no good password
     */
    public Mono<Void> open() {
        return Mono.defer(() -> settings.isNamed() ? open(address()) : Mono.empty());
    }

    private EmailAddress address() {
        var address = EmailAddress.parse(settings.email())
                .orElseThrow(() -> new IllegalArgumentException(
                        "CHOPHIEN_FIRST_OPERATOR is an e-mail address, not '%s'".formatted(settings.email())));
        var password = settings.password();
        if (password.length() < PasswordRule.MIN_LENGTH
                || password.length() > PasswordRule.MAX_LENGTH
                || !PasswordRule.broken(password, address.value()).isEmpty()) {
            throw new IllegalArgumentException(
                    "CHOPHIEN_FIRST_OPERATOR_PASSWORD has %d to %d characters that are not easily guessed"
                            .formatted(PasswordRule.MIN_LENGTH, PasswordRule.MAX_LENGTH));
        }
        return address;
    }

    private Mono<Void> open(EmailAddress address) {
        return accounts.findByEmail(address)
                .doOnNext(FirstOperator::check)
                .hasElement()
                .flatMap(known -> known ? Mono.empty() : insert(address));
    }

    private static void check(Account known) {
        if (!known.roles().contains(Role.OPERATOR)) {
            LOG.warn("CHOPHIEN_FIRST_OPERATOR names an account that is there and no operator: choose another address");
        }
    }

    private Mono<Void> insert(EmailAddress address) {
        var account = new Account(
                AccountId.generate(), address.value(), DISPLAY_NAME, null, EnumSet.of(Role.BUYER, Role.OPERATOR));
        return passwords
                .hash(settings.password())
                .flatMap(hash -> accounts.insert(account, hash)
                        .filter(inserted -> inserted)
                        .flatMap(inserted -> accounts.grant(account.id(), account.roles()))
                        .as(transaction::transactional));
    }
}
