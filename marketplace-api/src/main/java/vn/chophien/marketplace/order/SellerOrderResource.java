package vn.chophien.marketplace.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.fulfillment.Shipment;
import vn.chophien.marketplace.payment.PaymentMethod;

/**
 * A shop's part of an order as its desk shows it.
 *
 * @param actions what the shop may do next: {@code confirm}, {@code ship}, {@code deliver}, {@code cancel} what has not been sent
 */
record SellerOrderResource(
        String number,
        String orderNumber,
        SellerOrderState.Name state,
        Instant placedAt,
        String currency,
        OrderResource.ContactPart contact,
        OrderResource.Address address,
        @Nullable String note,
        PaymentMethod paymentMethod,
        OrderPayment.State paymentState,
        List<OrderLineResource> lines,
        ShippingResource shipping,
        List<ParcelResource> shipments,
        List<ReductionResource> reductions,
        long goodsTotal,
        long total,
        long due,
        long repaid,
        List<OrderEventResource> events,
        List<String> actions) {

    static SellerOrderResource from(Order order, SellerOrder part, OrderTexts texts, Language language) {
        return new SellerOrderResource(
                part.number(),
                order.number().value(),
                part.state().name(),
                order.placedAt(),
                part.total().currencyCode(),
                OrderResource.ContactPart.from(order.contact()),
                OrderResource.Address.from(order.address(), language),
                order.note(),
                order.payment().method(),
                order.paymentState(),
                OrderLineResource.allOf(part, language),
                ShippingResource.from(part, texts, language),
                ParcelResource.allOf(part),
                ReductionResource.allOf(part, texts, language),
                part.goodsTotal().minor(),
                part.total().minor(),
                part.due().minor(),
                part.repaid().minor(),
                OrderEventResource.allOf(part, texts, language),
                actions(part));
    }

    private static List<String> actions(SellerOrder part) {
        var next = Transition.next(part.state().name(), Actor.SELLER);
        var actions = new ArrayList<String>();
        if (part.is(SellerOrderState.Name.NEW)) {
            actions.add("confirm");
        }
        if (part.hasOpenLines() && next.contains(SellerOrderState.Name.SHIPPED)) {
            actions.add("ship");
        }
        if (part.shipments().stream().anyMatch(Shipment::isUnderWay)) {
            actions.add("deliver");
        }
        if (part.hasOpenLines() && next.contains(part.state().name())) {
            actions.add("cancel");
        }
        return actions;
    }
}
