package vn.chophien.marketplace.order;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.security.AccountId;

/** Lowers what a buyer owes for a seller order, and gives back what was paid of it. */
@Component
public class SellerOrderReducing {

    private final OrderReading reading;
    private final OrderRecording recording;
    private final InstantSource clock;

    SellerOrderReducing(OrderReading reading, OrderRecording recording, InstantSource clock) {
        this.reading = reading;
        this.recording = recording;
        this.clock = clock;
    }

    public Mono<Order> find(OrderId id) {
        return reading.find(id);
    }

    /** Holds the order against everybody else until the caller's transaction ends, then reads it. */
    public Mono<Order> lock(OrderId id) {
        return reading.lock(id);
    }

    /**
     * Takes the amounts off the part of an order that is locked. A wish that was fulfilled before changes nothing. The caller has checked that
     * no more is taken off than is due; more than that fails. With cash on delivery, what a carrier is about to collect cannot be taken off any
     * more: {@code parcel-under-way}.
     */
    public Mono<Void> reduce(Order locked, String number, Wish wish) {
        return Mono.defer(() -> {
            var part = locked.part(number);
            if (part.has(new ReductionId(wish.id()))) {
                return Mono.empty();
            }
            if (part.is(SellerOrderState.Name.CANCELLED) || part.is(SellerOrderState.Name.AWAITING_PAYMENT)) {
                return Mono.error(() -> OrderProblem.illegalTransition(
                        number, part.state().name(), part.state().name()));
            }
            if (wish.goods().compareTo(part.goodsDue()) > 0 || wish.shipping().compareTo(part.shippingDue()) > 0) {
                return Mono.error(() -> new IllegalArgumentException("Of %s and %s nobody takes off %s and %s"
                        .formatted(part.goodsDue(), part.shippingDue(), wish.goods(), wish.shipping())));
            }
            if (!locked.isPaidFor(part) && wish.amount().compareTo(part.yetToCollect()) > 0) {
                return Mono.error(() -> OrderProblem.parcelUnderWay(number));
            }
            return recording.record(locked, locked.reduce(part, wish.at(clock)), wish.account());
        });
    }

    /**
     * What to take off.
     *
     * @param id the same for a repeated wish
     * @param lines none when it is about the seller order as a whole; else they add up to {@code goods}
     */
    public record Wish(
            UUID id,
            SellerOrderFact.Cause cause,
            List<Reduction.Line> lines,
            Money goods,
            Money shipping,
            Actor by,
            @Nullable AccountId account,
            @Nullable String reason) {

        Money amount() {
            return goods.plus(shipping);
        }

        Reduction.Wish at(InstantSource clock) {
            return new Reduction.Wish(
                    new ReductionId(id), cause, lines, goods, shipping, by, account, reason, clock.instant());
        }
    }
}
