package vn.chophien.marketplace.aftersales;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.order.Actor;
import vn.chophien.marketplace.order.Order;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.order.SellerOrder;
import vn.chophien.marketplace.order.SellerOrderReducing;
import vn.chophien.marketplace.order.SellerOrderState;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.terms.Deadline;
import vn.chophien.marketplace.terms.TermKind;
import vn.chophien.marketplace.terms.TermRepository;
import vn.chophien.marketplace.terms.Terms;
import vn.chophien.marketplace.web.IdempotencyKey;

/** The buyer asks to give goods back. */
@Component
class ReturnRequesting {

    private final SellerOrderReducing orders;
    private final ReturnRepository returns;
    private final TermRepository terms;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    ReturnRequesting(
            SellerOrderReducing orders,
            ReturnRepository returns,
            TermRepository terms,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.orders = orders;
        this.returns = returns;
        this.terms = terms;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A repeated request asks nothing more. */
    Mono<Void> request(OrderId order, Wish wish, @Nullable AccountId buyer, IdempotencyKey key) {
        var id = ReturnId.of(wish.partNumber(), key);
        return orders.lock(order)
                .flatMap(locked -> returns.ofOrder(order)
                        .filter(known ->
                                known.stream().noneMatch(request -> request.id().equals(id)))
                        .flatMap(earlier -> insert(locked, id, wish, earlier, buyer)))
                .as(transaction::transactional);
    }

    private Mono<Void> insert(Order order, ReturnId id, Wish wish, List<Return> earlier, @Nullable AccountId buyer) {
        var now = clock.instant();
        var part = order.part(wish.partNumber());
        var ofPart = earlier.stream()
                .filter(request -> request.part().equals(part.id()))
                .toList();
        return terms.remembered().flatMap(known -> {
            ReturnRules.check(part, wish.lines(), ofPart, window(part, wish.reason(), known, now), now);
            var answer = known.deadline(TermKind.SHOP_ANSWER_DAYS, Terms.dayOf(now));
            return returns.insert(
                    requested(order, part, id, wish, answer, buyer),
                    part.total().currencyCode());
        });
    }

    /** As it was on the day of delivery, which also says when the shop's money is free. */
    private static Deadline window(SellerOrder part, ReturnReason reason, Terms terms, Instant now) {
        var begins = part.state() instanceof SellerOrderState.Delivered delivered ? delivered.at() : now;
        var kind = reason.isLegal() ? TermKind.LEGAL_RETURN_DAYS : TermKind.RETURN_WINDOW_DAYS;
        return terms.deadline(kind, Terms.dayOf(begins));
    }

    private Return requested(
            Order order, SellerOrder part, ReturnId id, Wish wish, Deadline answer, @Nullable AccountId buyer) {
        var now = clock.instant();
        return new Return(
                id,
                order.id(),
                part.id(),
                part.number(),
                part.seller().id(),
                wish.reason(),
                wish.text(),
                wish.lines(),
                new ReturnState.Requested(now.plus(answer.length())),
                List.of(new Return.Event(null, ReturnState.Name.REQUESTED, Actor.BUYER, buyer, null, now)),
                now);
    }

    /** What the buyer asks for. */
    record Wish(
            String partNumber,
            ReturnReason reason,
            @Nullable String text,
            List<Return.Line> lines) {}
}
