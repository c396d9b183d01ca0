package vn.chophien.marketplace.aftersales;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.order.SellerOrderFact;
import vn.chophien.marketplace.order.SellerOrderReducing;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.IdempotencyKey;
import vn.chophien.marketplace.web.RequestProblem;

/** Something given back without goods coming back: a bruise, a delay, a kind word. */
@Component
class Goodwill {

    private final SellerOrderReducing orders;
    private final TransactionalOperator transaction;

    Goodwill(SellerOrderReducing orders, TransactionalOperator transaction) {
        this.orders = orders;
        this.transaction = transaction;
    }

    /** Takes the amount off the goods; a repeated request takes nothing more off. */
    Mono<Void> give(OrderId order, String partNumber, long amount, ReturnDeciding.By by, IdempotencyKey key) {
        var id =
                UUID.nameUUIDFromBytes(("goodwill " + partNumber + " " + key.value()).getBytes(StandardCharsets.UTF_8));
        return orders.lock(order)
                .flatMap(locked -> {
                    var part = locked.part(partNumber);
                    var nothing = Money.zero(part.total().currency());
                    var repeated = part.reductions().stream()
                            .anyMatch(known -> known.id().value().equals(id));
                    if (!repeated && amount > part.goodsDue().minor()) {
                        throw RequestProblem.invalid(new FieldProblem(
                                "amount",
                                "at-most-worth",
                                Map.of("worth", part.goodsDue().minor())));
                    }
                    var wish = new SellerOrderReducing.Wish(
                            id,
                            SellerOrderFact.Cause.GOODWILL,
                            List.of(),
                            new Money(amount, nothing.currency()),
                            nothing,
                            by.actor(),
                            by.account(),
                            by.note());
                    return orders.reduce(locked, partNumber, wish);
                })
                .as(transaction::transactional);
    }
}
