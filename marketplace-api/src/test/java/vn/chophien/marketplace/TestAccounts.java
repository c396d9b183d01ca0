package vn.chophien.marketplace;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.security.AccessTokens;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.security.Role;

/**
 * People for tests. Each call makes a new account and its access token:
 *
 * <pre>{@code
 * accounts.seller(sellerId).on(client).get().uri("/api/v1/seller/shop").exchange()
 * }</pre>
 */
@TestComponent
public class TestAccounts {
    private final DatabaseClient database;
    private final AccessTokens tokens;

    TestAccounts(DatabaseClient database, AccessTokens tokens) {
        this.database = database;
        this.tokens = tokens;
    }

    public TestCaller buyer() {
        return create(EnumSet.of(Role.BUYER), null);
    }

    /** Somebody whose token names this shop; the shop itself need not exist. */
    public TestCaller seller(UUID sellerId) {
        return create(EnumSet.of(Role.BUYER, Role.SELLER), sellerId);
    }

    public TestCaller officer() {
        return create(EnumSet.of(Role.BUYER, Role.OFFICER), null);
    }

    public TestCaller operator() {
        return create(EnumSet.of(Role.BUYER, Role.OPERATOR), null);
    }

    private TestCaller create(Set<Role> roles, @Nullable UUID sellerId) {
        var id = AccountId.generate();
        database.sql("""
                        INSERT INTO account (id, email, display_name, password_hash)
                        VALUES (:id, :email, 'Người thử', 'none')""")
                .bind("id", id.value())
                .bind("email", id + "@example.vn")
                .then()
                .block();
        return new TestCaller(id, tokens.issue(id, roles, sellerId).value());
    }

    /** Somebody who is signed in. */
    public record TestCaller(AccountId id, String token) {
        /** The client with which this person makes requests. */
        public WebTestClient on(WebTestClient client) {
            return client.mutate()
                    .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                    .build();
        }
    }
}
