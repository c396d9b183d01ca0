package vn.chophien.marketplace.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.account.AccountSettings.FirstOperatorSettings;
import vn.chophien.marketplace.security.Passwords;
import vn.chophien.marketplace.security.Role;

@MarketplaceTest
class DemoAccountsIntegrationTests {
    @Autowired
    private WebTestClient client;

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

    @Test
    void cannotSignInElsewhere() {
        demoAccounts(true).open().block();

        client.post()
                .uri("/api/v1/auth/token")
                .bodyValue(Map.of(
                        "email", DemoAccount.OFFICER.email().value(), "password", DemoAccount.OFFICER.password()))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/invalid-credentials");
    }

    private DemoAccounts demoAccounts(boolean allowed) {
        return new DemoAccounts(
                new AccountSettings(allowed, Duration.ofDays(1), new FirstOperatorSettings("", "")),
                accounts,
                passwords,
                transaction);
    }
}
