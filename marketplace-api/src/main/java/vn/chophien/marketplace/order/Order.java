package vn.chophien.marketplace.order;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.PaymentMethod;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;

/** What a buyer ordered in one go and pays once, split into one seller order per shop. */
public record Order(
        OrderId id,
        OrderNumber number,
        @Nullable AccountId account,
        String accessToken,
        Contact contact,
        DeliveryAddress address,
        @Nullable String note,
        Language language,
        OrderPayment payment,
        List<SellerOrder> sellerOrders,
        Instant placedAt) {

    public Order {
        sellerOrders = List.copyOf(sellerOrders);
    }

    public Money goodsTotal() {
        return sum(SellerOrder::goodsTotal);
    }

    public Money shippingTotal() {
        return sum(part -> part.shipping().fee());
    }

    public Money total() {
        return goodsTotal().plus(shippingTotal());
    }

    /** The state of the part that is furthest behind; cancelled when every part is. */
    public SellerOrderState.Name state() {
        return sellerOrders.stream()
                .map(part -> part.state().name())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    boolean isAwaitingPayment() {
        return state() == SellerOrderState.Name.AWAITING_PAYMENT;
    }

    /** Whether the buyer may still give the whole order up. */
    boolean isCancellable() {
        return sellerOrders.stream()
                        .allMatch(part -> part.is(SellerOrderState.Name.CANCELLED)
                                || Transition.isLegal(
                                        part.state().name(), SellerOrderState.Name.CANCELLED, Actor.BUYER))
                && state() != SellerOrderState.Name.CANCELLED;
    }

    OrderPayment.State paymentState() {
        if (payment.isPaidByPart() && isAwaitingPayment()) {
            return OrderPayment.State.PENDING;
        }
        if (payment.isPaid()) {
            return payment.refunded().compareTo(payment.paid()) >= 0
                    ? OrderPayment.State.REFUNDED
                    : OrderPayment.State.PAID;
        }
        if (state() == SellerOrderState.Name.CANCELLED) {
            return OrderPayment.State.CANCELLED;
        }
        if (payment.isCard() || payment.isPaidByPart()) {
            return payment.failure() == null ? OrderPayment.State.PENDING : OrderPayment.State.FAILED;
        }
        return state() == SellerOrderState.Name.DELIVERED
                ? OrderPayment.State.PAID
                : OrderPayment.State.DUE_ON_DELIVERY;
    }

    /** What the buyer has paid for this part so far, whatever of it went back since. */
    public Money paidFor(SellerOrder part) {
        if (payment.isPaidByPart()) {
            return payment.of(part)
                    .map(OrderPayment.PartPayment::amount)
                    .orElse(Money.zero(part.total().currency()));
        }
        if (payment.isPaid()) {
            return part.total();
        }
        return !payment.isCard() && part.is(SellerOrderState.Name.DELIVERED)
                ? part.due().plus(part.repaid())
                : Money.zero(part.total().currency());
    }

    /** Whether the buyer has paid for this part, by now or at the door. */
    boolean isPaidFor(SellerOrder part) {
        return payment.method() != PaymentMethod.COD || part.isDelivered();
    }

    /**
     * With less owed for this part, which may have changed otherwise too. What was paid beyond what is then due goes back, and an order that
     * is given up unpaid expects no more money. No more is taken off the goods than is due for them, and not on its way to the door: goodwill may
     * have taken some before.
     */
    Order reduce(SellerOrder changed, Reduction.Wish wish) {
        var known = part(changed.number());
        var within = wish.within(
                isPaidFor(known)
                        ? known.goodsDue()
                        : smaller(known.goodsDue(), known.yetToCollect().minus(wish.shipping())));
        if (!within.amount().isPositive()) {
            return withPart(changed);
        }
        var held = paidFor(known).minus(known.repaid());
        var over = held.minus(known.due().minus(within.amount()));
        var reduction = within.repaying(over.isPositive() ? over : over.times(0));
        var reduced = withPart(changed.reduce(reduction));
        if (payment.isPaid() || payment.isPaidByPart()) {
            var asked = payment.askBack(reduction.repayment());
            return reduced.with(reduced.isAwaitingPayment() ? asked : asked.closed());
        }
        return reduced.state() == SellerOrderState.Name.CANCELLED ? reduced.with(payment.closed()) : reduced;
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** The part of this id waits for its money until then, if it waits and would not wait that long. */
    Order awaiting(SellerOrderId part, Instant until) {
        return withParts(known -> known.id().equals(part) ? known.awaiting(until) : known)
                .dueNext();
    }

    /** Due when the first of the parts is that wait for their money. */
    Order dueNext() {
        return sellerOrders.stream()
                .flatMap(part -> part.dueAt().stream())
                .min(Comparator.naturalOrder())
                .map(first -> with(payment.dueAt(first)))
                .orElse(this);
    }

    /** Whether this account, or whoever holds this token, is the buyer. */
    boolean isOf(@Nullable AccountId viewer, @Nullable String token) {
        return (viewer != null && viewer.equals(account)) || (token != null && Tokens.equal(token, accessToken));
    }

    /** Whether this token, or being this account, opens the order, if only to read it. */
    boolean isVisibleTo(@Nullable AccountId viewer, @Nullable String token) {
        return isOf(viewer, token) || (token != null && Tokens.equal(token, readingToken()));
    }

    /** For whoever knows number and phone, as everybody does who has held a parcel: it opens the order and changes nothing. */
    String readingToken() {
        return Tokens.forReading(accessToken);
    }

    /** The part of this number, which must be one of this order's. */
    public SellerOrder part(String partNumber) {
        return sellerOrders.stream()
                .filter(part -> part.number().equals(partNumber))
                .findFirst()
                .orElseThrow();
    }

    Order withPart(SellerOrder changed) {
        return withParts(part -> part.id().equals(changed.id()) ? changed : part);
    }

    /** The shop's part, which must be there; an order has at most one part per shop. */
    SellerOrder partOf(SellerId seller) {
        return sellerOrders.stream()
                .filter(part -> part.seller().id().equals(seller))
                .findFirst()
                .orElseThrow();
    }

    Order with(OrderPayment changed) {
        return new Order(
                id, number, account, accessToken, contact, address, note, language, changed, sellerOrders, placedAt);
    }

    Order withParts(UnaryOperator<SellerOrder> change) {
        return new Order(
                id,
                number,
                account,
                accessToken,
                contact,
                address,
                note,
                language,
                payment,
                sellerOrders.stream().map(change).toList(),
                placedAt);
    }

    private Money sum(Function<SellerOrder, Money> amount) {
        return sellerOrders.stream().map(amount).reduce(Money::plus).orElseThrow();
    }
}
