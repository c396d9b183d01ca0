package vn.chophien.marketplace.aftersales;

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
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.IdempotencyKey;

/** The buyer asks to give goods back. */
@Component
class ReturnRequesting {

    private final SellerOrderReducing orders;
    private final ReturnRepository returns;
    private final AftersalesTerms terms;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    ReturnRequesting(
            SellerOrderReducing orders,
            ReturnRepository returns,
            AftersalesTerms terms,
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
        var kind = wish.reason().isLegal() ? AftersalesTerm.Kind.LEGAL_RETURN : AftersalesTerm.Kind.ORDINARY_RETURN;
        return terms.find(kind, now)
                .doOnNext(term -> ReturnRules.check(part, wish.lines(), ofPart, term, now))
                .then(Mono.defer(() -> terms.find(AftersalesTerm.Kind.SHOP_ANSWER, now)))
                .flatMap(answer -> returns.insert(
                        requested(order, part, id, wish, answer, buyer),
                        part.total().currencyCode()));
    }

    private Return requested(
            Order order, SellerOrder part, ReturnId id, Wish wish, AftersalesTerm answer, @Nullable AccountId buyer) {
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
