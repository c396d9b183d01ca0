package vn.chophien.marketplace.payment;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** The tables {@code receiving_account} and {@code seller_payment_setting}. */
@Repository
class SellerPaymentRepository {

    private final DatabaseClient database;

    SellerPaymentRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The present accounts of those that have one. Who had its account taken away has none, whatever it had before that. */
    Flux<ReceivingAccount> accounts(Collection<SellerId> sellers) {
        return database.sql("""
                        SELECT seller_id, bin, number, holder, changed_by, changed_at
                          FROM (SELECT DISTINCT ON (seller_id) seller_id, bin, number, holder, changed_by, changed_at, released
                                  FROM receiving_account WHERE seller_id = ANY(:sellers) ORDER BY seller_id, id DESC) newest
                         WHERE NOT released""")
                .bind("sellers", values(sellers))
                .map(SellerPaymentRepository::account)
                .all();
    }

    /** Whose account this is or was. */
    Mono<SellerId> ownerOf(String bin, String number) {
        return database.sql("""
                        SELECT seller_id FROM receiving_account
                         WHERE bin = :bin AND number = :number AND is_first AND NOT released""")
                .bind("bin", bin)
                .bind("number", number)
                .map(row -> new SellerId(Columns.uuid(row, "seller_id")))
                .one();
    }

    /** Naming an account and taking it away wait for each other, until the caller's transaction ends. */
    Mono<Void> lock(String bin, String number) {
        return database.sql("SELECT pg_advisory_xact_lock(hashtextextended(:account, 0))")
                .bind("account", "receiving-account:" + bin + ":" + number)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Answers false when somebody named this account before, unless it was this shop. */
    Mono<Boolean> insert(SellerId seller, BankAccount account, AccountId by, Instant now) {
        return database.sql("""
                        INSERT INTO receiving_account (id, seller_id, bin, number, holder, changed_by, changed_at, is_first)
                        SELECT :id, :seller, :bin, :number, :holder, :by, :now,
                               NOT EXISTS (SELECT 1 FROM receiving_account mine
                                            WHERE mine.seller_id = :seller AND mine.bin = :bin AND mine.number = :number
                                              AND NOT mine.released)
                        ON CONFLICT (bin, number) WHERE is_first AND NOT released DO NOTHING""")
                .bind("id", UuidV7.next())
                .bind("seller", seller.value())
                .bind("bin", account.bin())
                .bind("number", account.number())
                .bind("holder", account.holder())
                .bind("by", by.value())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** What each of these accepts, whether it ever chose or not. */
    Flux<Terms> terms(Collection<SellerId> sellers) {
        return database.sql("""
                        SELECT shop.id, s.card, s.vietqr, s.vietqr_max, s.cod, s.cod_max, s.tolerance, s.version,
                               coalesce((SELECT NOT a.released FROM receiving_account a
                                          WHERE a.seller_id = shop.id ORDER BY a.id DESC LIMIT 1), false) AS has_account
                          FROM unnest(:sellers) AS shop (id)
                          LEFT JOIN seller_payment_setting s ON s.seller_id = shop.id""")
                .bind("sellers", values(sellers))
                .map(row -> new Terms(
                        new SellerId(Columns.uuid(row, "id")),
                        row.get("version", Long.class) == null ? SellerPaymentSettings.UNCHOSEN : settings(row),
                        Columns.flag(row, "has_account")))
                .all();
    }

    /** Answers false when somebody else changed them since they were read. */
    Mono<Boolean> save(SellerId seller, SellerPaymentSettings settings, Instant now) {
        return database.sql("""
                        INSERT INTO seller_payment_setting AS s
                            (seller_id, card, vietqr, vietqr_max, cod, cod_max, tolerance, version, updated_at)
                        VALUES (:seller, :card, :vietqr, :vietqr_max, :cod, :cod_max, :tolerance, :version + 1, :now)
                        ON CONFLICT (seller_id) DO UPDATE
                           SET card = excluded.card, vietqr = excluded.vietqr, vietqr_max = excluded.vietqr_max,
                               cod = excluded.cod, cod_max = excluded.cod_max, tolerance = excluded.tolerance,
                               version = excluded.version, updated_at = excluded.updated_at
                         WHERE s.version = :version""")
                .bind("seller", seller.value())
                .bind("card", settings.card())
                .bind("vietqr", settings.vietQr())
                .bind("vietqr_max", Binds.number(settings.vietQrMost()))
                .bind("cod", settings.cashOnDelivery())
                .bind("cod_max", Binds.number(settings.cashOnDeliveryMost()))
                .bind("tolerance", settings.tolerance())
                .bind("version", settings.version())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static UUID[] values(Collection<SellerId> sellers) {
        return sellers.stream().map(SellerId::value).toArray(UUID[]::new);
    }

    private static ReceivingAccount account(Readable row) {
        return new ReceivingAccount(
                new SellerId(Columns.uuid(row, "seller_id")),
                new BankAccount(Columns.text(row, "bin"), Columns.text(row, "number"), Columns.text(row, "holder")),
                new AccountId(Columns.uuid(row, "changed_by")),
                Columns.instant(row, "changed_at"));
    }

    private static SellerPaymentSettings settings(Readable row) {
        return new SellerPaymentSettings(
                Columns.flag(row, "card"),
                Columns.flag(row, "vietqr"),
                numberOrNull(row, "vietqr_max"),
                Columns.flag(row, "cod"),
                numberOrNull(row, "cod_max"),
                Columns.number(row, "tolerance"),
                Columns.number(row, "version"));
    }

    private static @Nullable Long numberOrNull(Readable row, String column) {
        return row.get(column, Long.class);
    }

    /** @param hasAccount whether it can be paid at a bank account of its own */
    record Terms(SellerId seller, SellerPaymentSettings settings, boolean hasAccount) {}
}
