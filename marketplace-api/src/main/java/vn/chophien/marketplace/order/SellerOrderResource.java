package vn.chophien.marketplace.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.payment.PaymentMethod;

/**
 * A shop's part of an order as its desk shows it.
 *
 * @param actions what the shop may do next: {@code confirm}, {@code ship}, {@code deliver}, {@code cancel}
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
        List<OrderResource.Line> lines,
        OrderResource.Shipping shipping,
        long goodsTotal,
        long total,
        List<OrderResource.Event> events,
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
                part.lines().stream()
                        .map(line -> OrderResource.Line.from(line, language))
                        .toList(),
                OrderResource.Shipping.from(part, texts, language),
                part.goodsTotal().minor(),
                part.total().minor(),
                part.events().stream()
                        .map(event -> OrderResource.Event.from(event, texts, language))
                        .toList(),
                Transition.next(part.state().name(), Actor.SELLER).stream()
                        .map(SellerOrderResource::action)
                        .toList());
    }

    private static String action(SellerOrderState.Name next) {
        return switch (next) {
            case CONFIRMED -> "confirm";
            case SHIPPED -> "ship";
            case DELIVERED -> "deliver";
            case CANCELLED -> "cancel";
            case AWAITING_PAYMENT, NEW -> throw new IllegalStateException("No shop moves an order to " + next);
        };
    }
}
