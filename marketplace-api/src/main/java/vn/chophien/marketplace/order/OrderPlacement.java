package vn.chophien.marketplace.order;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.SecretToken;
import vn.chophien.marketplace.inventory.Reservations;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.BankTransfers;
import vn.chophien.marketplace.payment.PaymentMethod;
import vn.chophien.marketplace.payment.PaymentTerms;
import vn.chophien.marketplace.security.AccountId;

/** Turns a draft into an order whose goods are reserved. */
@Component
public class OrderPlacement {

    /** How long the goods wait for the money of a card order. */
    static final Duration PAYMENT_TIME = Duration.ofMinutes(30);

    /** Reservations outlive the order's own deadline: they are the net below it. */
    static final Duration RESERVATION_GRACE = Duration.ofHours(2);

    private final OrderNumbers numbers;
    private final Reservations reservations;
    private final OrderInsertion orders;
    private final OrderReading reading;
    private final BankTransfers transfers;
    private final PaymentTerms terms;
    private final InstantSource clock;

    OrderPlacement(
            OrderNumbers numbers,
            Reservations reservations,
            OrderInsertion orders,
            OrderReading reading,
            BankTransfers transfers,
            PaymentTerms terms,
            InstantSource clock) {
        this.numbers = numbers;
        this.reservations = reservations;
        this.orders = orders;
        this.reading = reading;
        this.transfers = transfers;
        this.terms = terms;
        this.clock = clock;
    }

    /** Gives the draft its number and its parts theirs. Outside the placing transaction, see {@link OrderNumbers}. */
    public Mono<Order> prepare(OrderDraft draft) {
        return numbers.next().zipWith(paymentTime(draft.method())).map(found -> {
            var now = clock.instant();
            return prepared(found.getT1(), draft, now, now.plus(found.getT2()));
        });
    }

    /**
     * Reserves the goods and writes the order, within the caller's transaction; fails with
     * {@link vn.chophien.marketplace.inventory.OutOfStockException}.
     */
    public Mono<Void> place(Order order) {
        var reserved = Mono.defer(() -> reserve(order))
                .then(Mono.defer(() -> order.payment().isPaidByPart() ? awaitTransfers(order) : Mono.empty()));
        return Mono.when(orders.insert(order), reserved);
    }

    /** Zero for what is paid on delivery. */
    private Mono<Duration> paymentTime(PaymentMethod method) {
        return switch (method) {
            case CARD -> Mono.just(PAYMENT_TIME);
            case VIETQR -> terms.transferTime();
            case COD -> Mono.just(Duration.ZERO);
        };
    }

    private Mono<Void> awaitTransfers(Order order) {
        return transfers.expect(order.sellerOrders().stream()
                .map(part -> new BankTransfers.Expected(
                        OrderPayments.payable(order, part), part.seller().id(), part.number(), part.total()))
                .toList());
    }

    /** An order that was placed before, as it stands now. */
    public Mono<Order> placed(OrderId id) {
        return reading.find(id);
    }

    private Mono<Void> reserve(Order order) {
        var claims = order.sellerOrders().stream()
                .flatMap(part -> part.promised().stream())
                .toList();
        var dueAt = order.payment().dueAt();
        return reservations.reserve(claims, dueAt == null ? null : dueAt.plus(RESERVATION_GRACE));
    }

    private static Order prepared(OrderNumber number, OrderDraft draft, Instant now, Instant dueAt) {
        var token = SecretToken.generate().value();
        var first = draft.method() == PaymentMethod.COD
                ? new SellerOrderState.New()
                : new SellerOrderState.AwaitingPayment(dueAt);
        return new Order(
                OrderId.generate(),
                number,
                draft.account(),
                token,
                draft.contact(),
                draft.address(),
                draft.note(),
                draft.language(),
                switch (draft.method()) {
                    case CARD ->
                        OrderPayment.card(
                                dueAt,
                                ReturnUrl.of(Objects.requireNonNull(draft.returnUrl(), "returnUrl"), number, token),
                                Money.vnd(0));
                    case VIETQR -> OrderPayment.byTransfer(dueAt, Money.vnd(0));
                    case COD -> OrderPayment.onDelivery(Money.vnd(0));
                },
                IntStream.range(0, draft.parts().size())
                        .mapToObj(index ->
                                part(number.ofPart(index + 1), draft.parts().get(index), first, draft.account(), now))
                        .toList(),
                now);
    }

    private static SellerOrder part(
            String number, OrderDraft.Part draft, SellerOrderState first, @Nullable AccountId buyer, Instant now) {
        return new SellerOrder(
                SellerOrderId.generate(),
                number,
                SellerIdentity.of(draft.seller()),
                IntStream.range(0, draft.lines().size())
                        .mapToObj(index -> line(index + 1, draft.lines().get(index)))
                        .toList(),
                draft.shipping(),
                first,
                List.of(),
                List.of(),
                List.of(new OrderEvent(null, first.name(), Actor.BUYER, buyer, null, now)));
    }

    private static OrderLine line(int position, OrderDraft.Line line) {
        return OrderLine.of(position, line.variant(), line.quantity());
    }
}
