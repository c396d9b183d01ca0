package vn.chophien.marketplace.payment.transfer;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.vietqr.PurposeCode;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code transfer_request}. */
@Repository
class TransferRequestRepository {

    private static final String SELECT = """
            SELECT id, payable_id, seller_id, reference, purpose, amount, currency, payee, bin, number, holder, state,
                   received, version
              FROM transfer_request
            """;

    private final DatabaseClient database;

    TransferRequestRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(TransferRequest request, Instant now) {
        return database.sql("""
                        INSERT INTO transfer_request (id, payable_id, seller_id, reference, purpose, amount, currency, payee,
                                                      bin, number, holder, state, created_at, updated_at)
                        VALUES (:id, :payable, :seller, :reference, :purpose, :amount, :currency, :payee,
                                :bin, :number, :holder, :state, :now, :now)""")
                .bind("id", request.id().value())
                .bind("payable", request.payable().value())
                .bind("seller", request.seller().value())
                .bind("reference", request.reference())
                .bind("purpose", request.purpose().value())
                .bind("amount", request.amount().minor())
                .bind("currency", request.amount().currencyCode())
                .bind("payee", request.payee().name())
                .bind("bin", request.account().bin())
                .bind("number", request.account().number())
                .bind("holder", request.account().holder())
                .bind("state", request.state().name())
                .bind("now", now)
                .then();
    }

    Mono<TransferRequest> find(PaymentId id) {
        return database.sql(SELECT + "WHERE id = :id")
                .bind("id", id.value())
                .map(TransferRequestRepository::fromRow)
                .one();
    }

    Mono<TransferRequest> findByReference(String reference) {
        return database.sql(SELECT + "WHERE reference = :reference")
                .bind("reference", reference)
                .map(TransferRequestRepository::fromRow)
                .one();
    }

    Flux<TransferRequest> findByPayables(Collection<PayableId> payables) {
        return database.sql(SELECT + "WHERE payable_id = ANY(:payables) ORDER BY reference")
                .bind("payables", payables.stream().map(PayableId::value).toArray(UUID[]::new))
                .map(TransferRequestRepository::fromRow)
                .all();
    }

    /** Those that are awaited at an account which is not the shop's any more: an operator took it away. */
    Flux<PayableId> withdrawn(Collection<PayableId> payables) {
        return database.sql("""
                        SELECT q.payable_id FROM transfer_request q
                         WHERE q.payable_id = ANY(:payables) AND q.state = 'OPEN' AND q.payee = 'SELLER'
                           AND NOT EXISTS (SELECT 1 FROM receiving_account a
                                            WHERE a.bin = q.bin AND a.number = q.number AND a.seller_id = q.seller_id
                                              AND a.is_first AND NOT a.released)""")
                .bind("payables", payables.stream().map(PayableId::value).toArray(UUID[]::new))
                .map(row -> new PayableId(Columns.uuid(row, "payable_id")))
                .all();
    }

    Flux<TransferRequest> findByPurposes(Collection<PurposeCode> purposes) {
        return database.sql(SELECT + "WHERE purpose = ANY(:purposes)")
                .bind("purposes", purposes.stream().map(PurposeCode::value).toArray(String[]::new))
                .map(TransferRequestRepository::fromRow)
                .all();
    }

    /** Nobody else changes it until this transaction ends. */
    Mono<TransferRequest> lock(PayableId payable) {
        return database.sql(SELECT + "WHERE payable_id = :payable FOR UPDATE")
                .bind("payable", payable.value())
                .map(TransferRequestRepository::fromRow)
                .one();
    }

    /** Answers false when somebody else changed it since it was read. */
    Mono<Boolean> update(TransferRequest request, Instant now) {
        return database.sql("""
                        UPDATE transfer_request
                           SET state = :state, received = :received, version = version + 1, updated_at = :now
                         WHERE id = :id AND version = :version""")
                .bind("state", request.state().name())
                .bind("received", request.received().minor())
                .bind("now", now)
                .bind("id", request.id().value())
                .bind("version", request.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static TransferRequest fromRow(Readable row) {
        var currency = Columns.text(row, "currency");
        return new TransferRequest(
                new PaymentId(Columns.uuid(row, "id")),
                new PayableId(Columns.uuid(row, "payable_id")),
                new SellerId(Columns.uuid(row, "seller_id")),
                Columns.text(row, "reference"),
                new PurposeCode(Columns.text(row, "purpose")),
                Money.of(Columns.number(row, "amount"), currency),
                TransferRequest.Payee.valueOf(Columns.text(row, "payee")),
                new BankAccount(Columns.text(row, "bin"), Columns.text(row, "number"), Columns.text(row, "holder")),
                TransferRequest.State.valueOf(Columns.text(row, "state")),
                Money.of(Columns.number(row, "received"), currency),
                Columns.number(row, "version"));
    }
}
