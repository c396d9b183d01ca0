package vn.chophien.marketplace.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.account.AccountSettings.FirstOperatorSettings;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.security.Passwords;
import vn.chophien.marketplace.security.Role;

@MarketplaceTest
class FirstOperatorIntegrationTests {
    private static final String PASSWORD = "chợ quê đầu ngõ";

    private final String email = "operator-" + UUID.randomUUID() + "@example.vn";

    @Autowired
    private WebTestClient client;

    @Autowired
    private AccountRepository accounts;

    @Autowired
    private Passwords passwords;

    @Autowired
    private TransactionalOperator transaction;

    @Test
    void getsAnAccountOnceAndSignsIn() {
        firstOperator(email, PASSWORD).open().block();
        firstOperator(email, "another password").open().block();

        client.post()
                .uri("/api/v1/auth/token")
                .bodyValue(Map.of("email", email, "password", PASSWORD))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(roles()).containsExactlyInAnyOrder(Role.BUYER, Role.OPERATOR);
    }

    /** Whoever registers the address first does not become an operator. */
    @Test
    void leavesAnAccountThatIsThereAlone() {
        var account = new Account(AccountId.generate(), email, "Lan", null, EnumSet.of(Role.BUYER));
        accounts.insert(account, "hash").block();

        firstOperator(email, PASSWORD).open().block();

        assertThat(roles()).containsExactly(Role.BUYER);
    }

    @Test
    void isNobodyUnlessNamed() {
        firstOperator("", "").open().block();

        assertThat(accounts.findByEmail(new EmailAddress(email)).block()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "operator, long enough, CHOPHIEN_FIRST_OPERATOR is an e-mail address",
        "operator@example.org, short, CHOPHIEN_FIRST_OPERATOR_PASSWORD has 8 to 200 characters",
        "operator@example.org, matkhau123, CHOPHIEN_FIRST_OPERATOR_PASSWORD has 8 to 200 characters"
    })
    void saysWhatIsWrongWithTheSettings(String address, String password, String reason) {
        var operator = firstOperator(address, password);

        assertThatThrownBy(() -> operator.open().block()).hasMessageContaining(reason);
    }

    private EnumSet<Role> roles() {
        var account = accounts.findByEmail(new EmailAddress(email)).block();
        return EnumSet.copyOf(Objects.requireNonNull(account).roles());
    }

    private FirstOperator firstOperator(String address, String password) {
        var settings = new AccountSettings(false, Duration.ofDays(1), new FirstOperatorSettings(address, password));
        return new FirstOperator(settings, accounts, passwords, transaction);
    }
}
