package vn.chophien.marketplace.payment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;

/**
 * An owner of payables that remembers what it heard, in the database as a real one does: what is rolled back was never
 * heard. It can be told to fail, and to refuse the money.
 */
@TestComponent
class RecordingListener implements PaymentListener, SmartInitializingSingleton {

    private final Map<PayableId, AtomicInteger> failures = new ConcurrentHashMap<>();
    private final Set<PayableId> closed = ConcurrentHashMap.newKeySet();
    private final DatabaseClient database;
    private final ObjectProvider<Refunds> refunds;

    RecordingListener(DatabaseClient database, ObjectProvider<Refunds> refunds) {
        this.database = database;
        this.refunds = refunds;
    }

    /** After the migrations, which want the database to themselves. */
    @Override
    public void afterSingletonsInstantiated() {
        database.sql("CREATE TABLE heard (position BIGSERIAL PRIMARY KEY, payable UUID NOT NULL, fact TEXT NOT NULL)")
                .then()
                .block();
    }

    List<String> heardOf(PayableId payable) {
        return database.sql("SELECT fact FROM heard WHERE payable = :payable ORDER BY position")
                .bind("payable", payable.value())
                .map(row -> String.valueOf(row.get(0)))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    void failNext(PayableId payable, int times) {
        failures.put(payable, new AtomicInteger(times));
    }

    /** Money for this payable comes too late and goes back. */
    void close(PayableId payable) {
        closed.add(payable);
    }

    @Override
    public Mono<Void> paid(PayableId payable, PaymentId payment, Money amount) {
        return hear(payable, "paid " + amount.minor())
                .then(Mono.defer(() -> closed.contains(payable)
                        ? refunds.getObject().refund(payable, amount, "order-closed", new RefundKey("late-" + payment))
                        : Mono.empty()));
    }

    @Override
    public Mono<Void> failed(PayableId payable, PaymentId payment, String reason) {
        return hear(payable, "failed " + reason);
    }

    @Override
    public Mono<Void> refunded(PayableId payable, PaymentId payment, Money amount, RefundKey key) {
        return hear(payable, "refunded " + amount.minor() + " " + key);
    }

    /** Fails after it wrote, so that the writing has to be rolled back. */
    private Mono<Void> hear(PayableId payable, String fact) {
        return database.sql("INSERT INTO heard (payable, fact) VALUES (:payable, :fact)")
                .bind("payable", payable.value())
                .bind("fact", fact)
                .then()
                .then(Mono.defer(() -> {
                    var left = failures.get(payable);
                    return left != null && left.getAndDecrement() > 0
                            ? Mono.error(new IllegalStateException("This listener was told to fail"))
                            : Mono.empty();
                }));
    }
}
