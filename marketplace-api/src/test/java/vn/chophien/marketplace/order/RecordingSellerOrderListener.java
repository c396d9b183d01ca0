package vn.chophien.marketplace.order;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.test.context.TestComponent;
import reactor.core.publisher.Mono;

/** Remembers what it heard, and fails when told to. */
@TestComponent
class RecordingSellerOrderListener implements SellerOrderListener {

    private final List<SellerOrderFact> heard = new CopyOnWriteArrayList<>();
    private final AtomicBoolean failing = new AtomicBoolean();

    @Override
    public Mono<Void> happened(SellerOrderFact fact) {
        return Mono.fromRunnable(() -> {
            if (failing.get()) {
                throw new IllegalStateException("This listener was told to fail");
            }
            heard.add(fact);
        });
    }

    void fail(boolean from) {
        failing.set(from);
    }

    List<SellerOrderFact> heardOf(String orderNumber) {
        return heard.stream()
                .filter(fact -> fact.order().number().value().equals(orderNumber))
                .toList();
    }

    /** Such as {@code paid 214000}, with the number of the part before it. */
    List<String> wordsOn(String orderNumber) {
        return heardOf(orderNumber).stream()
                .map(fact -> fact.part().number().substring(orderNumber.length() + 1) + " " + words(fact))
                .toList();
    }

    private static String words(SellerOrderFact fact) {
        return switch (fact) {
            case SellerOrderFact.Paid paid -> "paid " + paid.amount().minor();
            case SellerOrderFact.Collected collected -> "collected with " + collected.parcel();
            case SellerOrderFact.Delivered delivered ->
                "delivered " + delivered.part().due().minor();
            case SellerOrderFact.Reduced reduced ->
                "%s goods %d shipping %d repayment %d"
                        .formatted(
                                reduced.cause(),
                                reduced.goods().minor(),
                                reduced.shipping().minor(),
                                reduced.repayment().minor());
        };
    }
}
