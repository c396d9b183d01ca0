package vn.chophien.marketplace.aftersales;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.inventory.StockLevels;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.Actor;
import vn.chophien.marketplace.order.Order;
import vn.chophien.marketplace.order.SellerOrderFact;
import vn.chophien.marketplace.order.SellerOrderReducing;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.terms.TermKind;
import vn.chophien.marketplace.terms.TermRepository;
import vn.chophien.marketplace.terms.Terms;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** What becomes of a return: buyer, shop and operator each take their steps. */
@Component
class ReturnDeciding {

    private final SellerOrderReducing orders;
    private final ReturnRepository returns;
    private final StockLevels stock;
    private final TermRepository terms;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    ReturnDeciding(
            SellerOrderReducing orders,
            ReturnRepository returns,
            StockLevels stock,
            TermRepository terms,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.orders = orders;
        this.returns = returns;
        this.stock = stock;
        this.terms = terms;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Void> withdraw(ReturnId id, By by) {
        return step(id, (_, request) -> save(move(request, new ReturnState.Withdrawn(), by)));
    }

    /** The buyer calls the operator: the shop refused, or did not answer in time. */
    Mono<Void> escalate(ReturnId id, By by) {
        return step(id, (_, request) -> save(move(request, new ReturnState.Escalated(), by)));
    }

    /** The shop's no can be taken to the operator for a while; the operator's is the end. */
    Mono<Void> refuse(ReturnId id, By by, String reason) {
        if (by.actor() == Actor.OPERATOR) {
            return step(id, (_, request) -> save(move(request, new ReturnState.Dismissed(reason), by)));
        }
        return terms.remembered()
                .map(known -> appealDue(known, clock.instant()))
                .flatMap(due ->
                        step(id, (_, request) -> save(move(request, new ReturnState.Refused(reason, due), by))));
    }

    private static Instant appealDue(Terms terms, Instant now) {
        return now.plus(terms.deadline(TermKind.APPEAL_DAYS, Terms.dayOf(now)).length());
    }

    /**
     * The money goes back at once, whether the goods are expected or not: of the goods what they cost the buyer, or less when both agreed on
     * it.
     *
     * @param refund for the goods; null for all they cost
     */
    Mono<Void> accept(ReturnId id, By by, @Nullable Long refund, boolean goodsExpected) {
        return step(id, (order, request) -> {
            var part = order.part(request.partNumber());
            var worth = ReturnRules.worth(part, request.lines());
            var goods = ReturnRules.sum(worth, part.total());
            if (refund != null && (refund < 1 || refund > goods.minor())) {
                throw RequestProblem.invalid(
                        new FieldProblem("refund", "at-most-worth", Map.of("worth", goods.minor())));
            }
            var lines = refund == null ? worth : ReturnRules.share(worth, new Money(refund, goods.currency()));
            var shipping = refund == null ? ReturnRules.shippingBack(part, request) : Money.zero(goods.currency());
            var wish = new SellerOrderReducing.Wish(
                    request.id().value(),
                    SellerOrderFact.Cause.RETURNED,
                    lines,
                    refund == null ? goods : new Money(refund, goods.currency()),
                    shipping,
                    by.actor(),
                    by.account(),
                    by.note());
            var accepted = new ReturnState.Accepted(wish.goods().plus(shipping), goodsExpected);
            return save(move(request, accepted, by))
                    .then(accepted.refund().isPositive() ? orders.reduce(order, part.number(), wish) : Mono.empty());
        });
    }

    /**
     * The goods are back with the shop: what can be sold again goes back on sale, the rest is written off.
     *
     * @param restocked pieces by the position of the line
     */
    Mono<Void> goodsBack(ReturnId id, By by, Map<Integer, Integer> restocked) {
        return step(id, (order, request) -> {
            var part = order.part(request.partNumber());
            var refund = request.state() instanceof ReturnState.Accepted accepted
                    ? accepted.refund()
                    : Money.zero(part.total().currency());
            var moved = move(request, new ReturnState.GoodsBack(refund), by);
            checkRestocked(request, restocked);
            return takeBack(order, request, restocked, by).then(save(moved));
        });
    }

    private Mono<Void> takeBack(Order order, Return request, Map<Integer, Integer> restocked, By by) {
        var part = order.part(request.partNumber());
        var returned = request.lines().stream()
                .map(line -> new StockLevels.TakenBack(
                        part.line(line.position()).orElseThrow().variant(),
                        line.quantity(),
                        restocked.getOrDefault(line.position(), 0)))
                .toList();
        return stock.takeBack(returned, part.id().value(), by.account());
    }

    private static void checkRestocked(Return request, Map<Integer, Integer> restocked) {
        var returned = request.lines().stream().collect(Collectors.toMap(Return.Line::position, Return.Line::quantity));
        restocked.forEach((position, pieces) -> {
            var most = returned.getOrDefault(position, 0);
            if (pieces < 0 || pieces > most) {
                throw AftersalesProblem.linesNotKept(
                        List.of(new FieldProblem("lines." + position, "more-than-kept", Map.of("kept", most))));
            }
        });
    }

    private Return move(Return request, ReturnState next, By by) {
        return request.move(next, by.actor(), by.account(), by.note(), clock.instant());
    }

    private Mono<Void> save(Return request) {
        return returns.saveStep(request);
    }

    private Mono<Void> step(ReturnId id, BiFunction<Order, Return, Mono<Void>> step) {
        return returns.find(id)
                .switchIfEmpty(Mono.error(AftersalesProblem::notFound))
                .flatMap(found -> orders.lock(found.order()))
                .flatMap(order -> returns.find(id).flatMap(request -> step.apply(order, request)))
                .as(transaction::transactional);
    }

    /** Who decides, in whose words. */
    record By(
            Actor actor,
            @Nullable AccountId account,
            @Nullable String note) {}
}
