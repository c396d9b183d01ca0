package vn.chophien.marketplace.account;

import io.r2dbc.spi.Readable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Columns;

@Component
class AddressRepository {
    private final DatabaseClient database;

    AddressRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The default one first, then the newest. */
    Flux<Address> findAll(AccountId account) {
        return database.sql("""
                        SELECT id, recipient, phone, province_code, commune_code, street, is_default
                          FROM address
                         WHERE account_id = :account
                         ORDER BY is_default DESC, created_at DESC, id DESC""")
                .bind("account", account.value())
                .map(AddressRepository::fromRow)
                .all();
    }

    /** Holds the address book of an account until the transaction ends, and emits how many addresses it has. */
    Mono<Integer> lock(AccountId account) {
        return database.sql("SELECT id FROM account WHERE id = :account FOR UPDATE")
                .bind("account", account.value())
                .then()
                .then(Mono.defer(
                        () -> database.sql("SELECT count(*) AS addresses FROM address WHERE account_id = :account")
                                .bind("account", account.value())
                                .map(row -> Columns.integer(row, "addresses"))
                                .one()));
    }

    Mono<Void> clearDefault(AccountId account) {
        return database.sql("UPDATE address SET is_default = false WHERE account_id = :account AND is_default")
                .bind("account", account.value())
                .then();
    }

    /** Makes the newest address the default one where none is. */
    Mono<Void> chooseDefault(AccountId account) {
        return database.sql("""
                        UPDATE address SET is_default = true
                         WHERE id = (SELECT id FROM address WHERE account_id = :account
                                      ORDER BY created_at DESC, id DESC LIMIT 1)
                           AND NOT EXISTS (SELECT FROM address WHERE account_id = :account AND is_default)""").bind("account", account.value()).then();
    }

    Mono<Void> insert(AccountId account, Address address) {
        return database.sql("""
                        INSERT INTO address
                            (id, account_id, recipient, phone, province_code, commune_code, street, is_default)
                        VALUES (:id, :account, :recipient, :phone, :province, :commune, :street, :isDefault)""")
                .bind("id", address.id().value())
                .bind("account", account.value())
                .bind("recipient", address.recipient())
                .bind("phone", address.phone())
                .bind("province", address.provinceCode())
                .bind("commune", address.communeCode())
                .bind("street", address.street())
                .bind("isDefault", address.isDefault())
                .then();
    }

    /** Emits whether the account had this address. */
    Mono<Boolean> delete(AccountId account, AddressId address) {
        return database.sql("DELETE FROM address WHERE id = :id AND account_id = :account")
                .bind("id", address.value())
                .bind("account", account.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static Address fromRow(Readable row) {
        return new Address(
                new AddressId(Columns.uuid(row, "id")),
                Columns.text(row, "recipient"),
                Columns.text(row, "phone"),
                Columns.text(row, "province_code"),
                Columns.text(row, "commune_code"),
                Columns.text(row, "street"),
                Columns.flag(row, "is_default"));
    }
}
