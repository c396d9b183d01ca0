package vn.chophien.marketplace.order;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.web.PhoneNumber;

/** Finds orders for those who may see them; for everybody else they do not exist. */
@Component
public class OrderAccess {

    private final OrderReading reading;
    private final OrderLookupThrottle throttle;

    OrderAccess(OrderReading reading, OrderLookupThrottle throttle) {
        this.reading = reading;
        this.throttle = throttle;
    }

    /** For the buyer, who may change it; whoever may only read it is told so. */
    public Mono<Order> forBuyer(String number, @Nullable CurrentAccount account, @Nullable String token) {
        return forReader(number, account, token)
                .filter(order -> isBuyer(order, account, token))
                .switchIfEmpty(Mono.error(() -> OrderProblem.readOnly(number)));
    }

    /** For the buyer, and for whoever found the order by its number and phone. */
    public Mono<Order> forReader(String number, @Nullable CurrentAccount account, @Nullable String token) {
        return reading.find(new OrderNumber(number))
                .filter(order -> order.isVisibleTo(account == null ? null : account.id(), token))
                .switchIfEmpty(Mono.error(OrderProblem::notFound));
    }

    static boolean isBuyer(Order order, @Nullable CurrentAccount account, @Nullable String token) {
        return order.isOf(account == null ? null : account.id(), token);
    }

    /** For somebody who has only the number and the phone the goods were ordered with. */
    Mono<Order> byPhone(OrderNumber number, PhoneNumber phone) {
        return throttle.admit(number, phone)
                .then(Mono.defer(() -> reading.find(number)))
                .filter(order -> order.contact().phone().equals(phone))
                .switchIfEmpty(Mono.error(OrderProblem::notFound));
    }

    /** The order that has a part of this number, for whoever runs the market. */
    public Mono<Order> forOperator(String partNumber) {
        return reading.findIdByPart(partNumber)
                .flatMap(reading::find)
                .switchIfEmpty(Mono.error(OrderProblem::notFound));
    }

    /** The order whose part of this number is the shop's own. */
    public Mono<Order> forSeller(String partNumber, CurrentSeller seller) {
        return reading.findIdByPart(partNumber)
                .flatMap(reading::find)
                .filter(order -> order.part(partNumber).seller().id().equals(new SellerId(seller.sellerId())))
                .switchIfEmpty(Mono.error(OrderProblem::notFound));
    }
}
