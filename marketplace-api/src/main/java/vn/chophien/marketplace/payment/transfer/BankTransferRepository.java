package vn.chophien.marketplace.payment.transfer;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code bank_transfer}. */
@Repository
class BankTransferRepository {

    private static final String COLUMNS = """
            id, bin, number, bank_reference, seller_id, to_partner, source, amount, currency, description, sender, booked_at,
            state, reason, resolution, request_id, used, attempts, version
            """;

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DatabaseClient database;

    BankTransferRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Answers false when the bank's reference is known already, from whichever source. */
    Mono<Boolean> add(TransferId id, ReportedTransfer reported, Instant now) {
        return database.sql("""
                        INSERT INTO bank_transfer (id, bin, number, bank_reference, seller_id, to_partner, source, amount,
                                                   currency, description, sender, booked_at, state, process_at, received_at, updated_at)
                        VALUES (:id, :bin, :number, :reference, :seller, :to_partner, :source, :amount, :currency,
                                :description, :sender, :booked_at, 'RECEIVED', :now, :now, :now)
                        ON CONFLICT (bin, number, bank_reference) DO NOTHING""")
                .bind("id", id.value())
                .bind("bin", reported.bin())
                .bind("number", reported.number())
                .bind("reference", reported.bankReference())
                .bind("seller", owner(reported.owner()))
                .bind("to_partner", reported.toPartner())
                .bind("source", reported.source().name())
                .bind("amount", reported.amount().minor())
                .bind("currency", reported.amount().currencyCode())
                .bind("description", reported.description())
                .bind("sender", Binds.text(reported.sender()))
                .bind("booked_at", reported.bookedAt())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Which of these references of an account are known. */
    Flux<String> known(String bin, String number, Collection<String> references) {
        return database.sql("""
                        SELECT bank_reference FROM bank_transfer
                         WHERE bin = :bin AND number = :number AND bank_reference = ANY(:references)""")
                .bind("bin", bin)
                .bind("number", number)
                .bind("references", references.toArray(String[]::new))
                .map(row -> Columns.text(row, "bank_reference"))
                .all();
    }

    /** Transfers nobody has looked at; for the length of a lease nobody else gets them. */
    Flux<BankTransfer> claim(int most, Instant now) {
        return database.sql("""
                        UPDATE bank_transfer SET process_at = :lease, attempts = attempts + 1
                         WHERE id IN (SELECT id FROM bank_transfer WHERE state = 'RECEIVED' AND process_at <= :now
                                       ORDER BY process_at LIMIT :most
                                         FOR UPDATE SKIP LOCKED)
                        RETURNING
                        """ + COLUMNS)
                .bind("now", now)
                .bind("lease", now.plus(LEASE))
                .bind("most", most)
                .map(BankTransferRepository::fromRow)
                .all();
    }

    Mono<Void> processLater(TransferId id, String failure, Instant at) {
        return database.sql("UPDATE bank_transfer SET process_at = :at, failure = :failure WHERE id = :id")
                .bind("id", id.value())
                .bind("failure", failure)
                .bind("at", at)
                .then();
    }

    Mono<BankTransfer> find(TransferId id) {
        return database.sql("SELECT " + COLUMNS + " FROM bank_transfer WHERE id = :id")
                .bind("id", id.value())
                .map(BankTransferRepository::fromRow)
                .one();
    }

    /** Those in the queue that count towards a request, the oldest first. */
    Mono<List<BankTransfer>> counted(PaymentId request) {
        return database.sql("SELECT " + COLUMNS + """
                         FROM bank_transfer
                        WHERE request_id = :request AND state = 'QUEUED' AND reason = 'UNDERPAID' ORDER BY id""")
                .bind("request", request.value())
                .map(BankTransferRepository::fromRow)
                .all()
                .collectList();
    }

    /** The transfers of one account's owner, newest first: those in the queue, or all. */
    Mono<List<BankTransfer>> page(@Nullable SellerId owner, boolean queuedOnly, @Nullable TransferId after, int size) {
        return database.sql("SELECT %s FROM bank_transfer WHERE %s %s %s ORDER BY id DESC LIMIT :size"
                        .formatted(
                                COLUMNS,
                                owner == null ? "seller_id IS NULL" : "seller_id = :seller",
                                queuedOnly ? "AND state = 'QUEUED'" : "",
                                after == null ? "" : "AND id < :after"))
                .bindValues(TransferPaging.values(owner, after == null ? null : after.value(), size))
                .map(BankTransferRepository::fromRow)
                .all()
                .collectList();
    }

    /** Answers false when somebody else changed it since it was read. */
    Mono<Boolean> update(BankTransfer transfer, Instant now) {
        var request = transfer.request();
        var reason = transfer.reason();
        var resolution = transfer.resolution();
        return database.sql("""
                        UPDATE bank_transfer
                           SET state = :state, reason = :reason, resolution = :resolution, request_id = :request,
                               used = :used, failure = NULL, version = version + 1, updated_at = :now
                         WHERE id = :id AND version = :version""")
                .bind("state", transfer.state().name())
                .bind("reason", Binds.text(reason == null ? null : reason.name()))
                .bind("resolution", Binds.text(resolution == null ? null : resolution.name()))
                .bind("request", Binds.uuid(request == null ? null : request.value()))
                .bind("used", transfer.used().minor())
                .bind("now", now)
                .bind("id", transfer.id().value())
                .bind("version", transfer.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** What waits in an account that nobody had is now in this shop's; whoever was looking at it reads it again. */
    Mono<Void> giveWaiting(String bin, String number, SellerId to, Instant now) {
        return database.sql("""
                        UPDATE bank_transfer SET seller_id = :seller, version = version + 1, updated_at = :now
                         WHERE bin = :bin AND number = :number AND seller_id IS NULL AND NOT to_partner
                           AND state IN ('RECEIVED', 'QUEUED')""")
                .bind("seller", to.value())
                .bind("bin", bin)
                .bind("number", number)
                .bind("now", now)
                .then();
    }

    private static Parameter owner(@Nullable SellerId owner) {
        return Binds.uuid(owner == null ? null : owner.value());
    }

    private static BankTransfer fromRow(Readable row) {
        var currency = Columns.text(row, "currency");
        var owner = row.get("seller_id", UUID.class);
        var request = row.get("request_id", UUID.class);
        var reason = Columns.textOrNull(row, "reason");
        var resolution = Columns.textOrNull(row, "resolution");
        return new BankTransfer(
                new TransferId(Columns.uuid(row, "id")),
                Columns.text(row, "bin"),
                Columns.text(row, "number"),
                Columns.text(row, "bank_reference"),
                owner == null ? null : new SellerId(owner),
                Columns.flag(row, "to_partner"),
                BankTransfer.Source.valueOf(Columns.text(row, "source")),
                Money.of(Columns.number(row, "amount"), currency),
                Columns.text(row, "description"),
                Columns.textOrNull(row, "sender"),
                Columns.instant(row, "booked_at"),
                BankTransfer.State.valueOf(Columns.text(row, "state")),
                reason == null ? null : BankTransfer.Reason.valueOf(reason),
                resolution == null ? null : BankTransfer.Resolution.valueOf(resolution),
                request == null ? null : new PaymentId(request),
                Money.of(Columns.number(row, "used"), currency),
                Columns.integer(row, "attempts"),
                Columns.number(row, "version"));
    }
}
