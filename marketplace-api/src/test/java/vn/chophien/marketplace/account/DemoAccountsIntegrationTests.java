package vn.chophien.marketplace.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.security.Passwords;
import vn.chophien.marketplace.security.Role;

@MarketplaceTest
class DemoAccountsIntegrationTests {
    @Autowired
    private AccountRepository accounts;

    @Autowired
    private Passwords passwords;

    @Autowired
    private TransactionalOperator transaction;

    @Test
    void openOnceWithTheirRolesAndPasswords() {
        var seller = demoAccounts(true).open().block();

        assertThat(demoAccounts(true).open().block()).isEqualTo(seller).isNotNull();
        var operator = accounts.findCredentials(DemoAccount.OPERATOR.email()).block();
        assertThat(operator).isNotNull();
        assertThat(operator.account().roles()).containsExactlyInAnyOrder(Role.BUYER, Role.OPERATOR);
        assertThat(passwords.matches("demo-operator", operator.passwordHash()).block())
                .isTrue();
    }

    @Test
    void stayClosedElsewhere() {
        assertThat(demoAccounts(false).open().block()).isNull();
    }

    private DemoAccounts demoAccounts(boolean allowed) {
        return new DemoAccounts(new AccountSettings(allowed, Duration.ofDays(1)), accounts, passwords, transaction);
    }
}
