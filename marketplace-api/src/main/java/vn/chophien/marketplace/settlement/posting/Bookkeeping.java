package vn.chophien.marketplace.settlement.posting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.order.SellerOrderFact;
import vn.chophien.marketplace.order.SellerOrderListener;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.PaymentListener;
import vn.chophien.marketplace.payment.RefundKey;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.settlement.ledger.PartBook;
import vn.chophien.marketplace.settlement.ledger.TransactionSubject;
import vn.chophien.marketplace.terms.TermRepository;

/**
 * Posts every fact in the transaction that records it. A fact heard twice is posted once. Second of the listeners, after who notes where the
 * money is and before who acts on it, so that money is booked as come before it is booked as spent.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class Bookkeeping implements SellerOrderListener, PaymentListener {

    private static final Logger LOG = LoggerFactory.getLogger(Bookkeeping.class);
    private static final String REDUCTION = "reduction-";

    private final Ledger ledger;
    private final TermRepository terms;
    private final ListingTraits traits;
    private final MoneyPlaces places;
    private final InstantSource clock;

    Bookkeeping(Ledger ledger, TermRepository terms, ListingTraits traits, MoneyPlaces places, InstantSource clock) {
        this.ledger = ledger;
        this.terms = terms;
        this.traits = traits;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public Mono<Void> happened(SellerOrderFact fact) {
        return circumstances(fact)
                .zipWith(book(fact))
                .flatMap(known -> Mono.justOrEmpty(SalePosting.of(fact, known.getT2(), known.getT1())))
                .flatMap(ledger::post)
                .then();
    }

    @Override
    public Mono<Void> paid(PayableId payable, PaymentId payment, Money amount) {
        return captured(payable, payment, amount, clock.instant());
    }

    /** No money moved. */
    @Override
    public Mono<Void> failed(PayableId payable, PaymentId payment, String reason) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> refunded(PayableId payable, PaymentId payment, Money amount, RefundKey key) {
        return refunded(payable, key, amount, clock.instant());
    }

    /** Money that arrived for an order, or for one of its parts. */
    public Mono<Void> captured(PayableId payable, PaymentId payment, Money amount, Instant at) {
        return places.ofPayable(payable)
                .flatMap(arrived ->
                        ledger.post(MoneyPosting.captured(payment, amount, arrived.place(), arrived.subject(), at)))
                .then();
    }

    /** A bank transfer to the buyer instead of a card refund that the gateway took back. */
    public Mono<Void> stoodIn(UUID refund, OrderId order, Money amount, Instant at) {
        return ledger.post(MoneyPosting.stoodIn(refund, amount, TransactionSubject.of(order), at))
                .then();
    }

    /** Money that went back: for a reduction, or because nobody wanted it. */
    public Mono<Void> refunded(PayableId payable, RefundKey key, Money amount, Instant at) {
        if (!key.value().startsWith(REDUCTION)) {
            var subject = TransactionSubject.of(new OrderId(payable.value()));
            return places.ofRefund(payable, key, null)
                    .flatMap(place -> ledger.post(MoneyPosting.returned(payable, key, amount, place, subject, at)))
                    .then();
        }
        return ledger.find("reduced:" + key.wish().substring(REDUCTION.length()))
                .switchIfEmpty(Mono.fromRunnable(
                        () -> LOG.warn("Refund {} of {} waits for its reduction to be posted", key, payable)))
                .map(LedgerTransaction::subject)
                .flatMap(subject -> places.ofRefund(payable, key, subject.seller())
                        .zipWith(book(subject))
                        .flatMap(known -> ledger.post(MoneyPosting.refunded(
                                payable, key, amount, known.getT1(), subject, known.getT2(), at))))
                .then();
    }

    private Mono<Circumstances> circumstances(SellerOrderFact fact) {
        return terms.remembered()
                .flatMap(known ->
                        traits(fact).flatMap(of -> held(fact).map(held -> new Circumstances(known, of, held))));
    }

    private Mono<List<MoneyShare.Held>> held(SellerOrderFact fact) {
        return fact instanceof SellerOrderFact.Collected collected
                ? places.ofParcel(collected.part(), collected.parcel())
                : places.ofPart(fact.order(), fact.part());
    }

    /** Only a sale asks what kind of goods it was. */
    private Mono<Map<UUID, ListingTraits.Traits>> traits(SellerOrderFact fact) {
        return fact instanceof SellerOrderFact.Delivered delivered
                ? traits.of(delivered.part().lines().stream()
                        .map(line -> line.listing().value())
                        .distinct()
                        .toList())
                : Mono.just(Map.of());
    }

    /** Only a reduction asks what was booked before. */
    private Mono<PartBook> book(SellerOrderFact fact) {
        return fact instanceof SellerOrderFact.Reduced reduced
                ? ledger.book(reduced.part().id())
                : Mono.just(PartBook.empty());
    }

    private Mono<PartBook> book(TransactionSubject subject) {
        var part = subject.part();
        return part == null ? Mono.just(PartBook.empty()) : ledger.book(part);
    }
}
