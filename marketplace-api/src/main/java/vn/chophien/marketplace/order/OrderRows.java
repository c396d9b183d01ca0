package vn.chophien.marketplace.order;

import io.r2dbc.spi.Readable;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.fulfillment.Shipment;
import vn.chophien.marketplace.fulfillment.ShippingOption;
import vn.chophien.marketplace.fulfillment.ShippingService;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.PaymentMethod;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.web.PhoneNumber;

/** Rows as domain records. */
final class OrderRows {

    private OrderRows() {}

    /** The order without its parts. */
    static Order order(Readable row) {
        var account = row.get("account_id", UUID.class);
        return new Order(
                new OrderId(Columns.uuid(row, "id")),
                new OrderNumber(Columns.text(row, "number")),
                account == null ? null : new AccountId(account),
                Columns.text(row, "access_token"),
                new Contact(
                        Columns.text(row, "contact_name"),
                        new PhoneNumber(Columns.text(row, "contact_phone")),
                        Columns.textOrNull(row, "contact_email")),
                address(row),
                Columns.textOrNull(row, "note"),
                Language.of(Columns.text(row, "language")),
                payment(row),
                List.of(),
                Columns.instant(row, "placed_at"));
    }

    private static DeliveryAddress address(Readable row) {
        return new DeliveryAddress(
                Columns.text(row, "province_code"),
                Columns.text(row, "province_name_vi"),
                Columns.text(row, "province_name_en"),
                Columns.text(row, "commune_code"),
                Columns.text(row, "commune_name_vi"),
                Columns.text(row, "commune_name_en"),
                Columns.text(row, "street"));
    }

    private static OrderPayment payment(Readable row) {
        var currency = Columns.text(row, "currency");
        var payment = row.get("payment_id", UUID.class);
        var returnUrl = Columns.textOrNull(row, "return_url");
        return new OrderPayment(
                PaymentMethod.valueOf(Columns.text(row, "payment_method")),
                Columns.instantOrNull(row, "payment_due_at"),
                returnUrl == null ? null : URI.create(returnUrl),
                payment == null ? null : new PaymentId(payment),
                Money.of(Columns.number(row, "paid_amount"), currency),
                Columns.instantOrNull(row, "paid_at"),
                Columns.textOrNull(row, "payment_failure"),
                Money.of(Columns.number(row, "refund_requested"), currency),
                Money.of(Columns.number(row, "refunded"), currency),
                List.of());
    }

    static OrderPayment.PartPayment partPayment(Readable row) {
        return new OrderPayment.PartPayment(
                new SellerOrderId(Columns.uuid(row, "seller_order_id")),
                new PaymentId(Columns.uuid(row, "payment_id")),
                Money.of(Columns.number(row, "amount"), Columns.text(row, "currency")),
                Columns.instant(row, "paid_at"));
    }

    /** One part; {@code dueAt} is its order's, unless it has one of its own. */
    static SellerOrder part(
            Readable row,
            @Nullable Instant dueAt,
            List<OrderLine> lines,
            List<Shipment> shipments,
            List<Reduction> reductions,
            List<OrderEvent> events) {
        return new SellerOrder(
                new SellerOrderId(Columns.uuid(row, "id")),
                Columns.text(row, "number"),
                seller(row),
                lines,
                new ShippingOption(
                        ShippingService.valueOf(Columns.text(row, "shipping_service")),
                        Money.of(Columns.number(row, "shipping_fee"), Columns.text(row, "currency")),
                        Columns.integer(row, "shipping_days_min"),
                        Columns.integer(row, "shipping_days_max")),
                state(row, dueAt, events),
                shipments,
                reductions,
                events);
    }

    private static SellerOrderState state(Readable row, @Nullable Instant dueAt, List<OrderEvent> events) {
        return switch (SellerOrderState.Name.valueOf(Columns.text(row, "state"))) {
            case AWAITING_PAYMENT -> {
                var own = Columns.instantOrNull(row, "payment_due_at");
                yield new SellerOrderState.AwaitingPayment(own == null ? Objects.requireNonNull(dueAt, "dueAt") : own);
            }
            case NEW -> new SellerOrderState.New();
            case CONFIRMED -> new SellerOrderState.Confirmed();
            case PARTLY_SHIPPED -> new SellerOrderState.PartlyShipped();
            case SHIPPED -> new SellerOrderState.Shipped();
            case DELIVERED -> new SellerOrderState.Delivered(events.getLast().at());
            case CANCELLED ->
                new SellerOrderState.Cancelled(
                        Actor.valueOf(Columns.text(row, "cancelled_by")), Columns.text(row, "cancel_reason"));
        };
    }

    private static SellerIdentity seller(Readable row) {
        return new SellerIdentity(
                new SellerId(Columns.uuid(row, "seller_id")),
                Columns.text(row, "seller_slug"),
                Columns.text(row, "seller_type"),
                Columns.text(row, "seller_name_vi"),
                Columns.text(row, "seller_name_en"),
                Columns.textOrNull(row, "seller_tax_code"),
                Columns.textOrNull(row, "seller_registration_no"),
                Columns.text(row, "seller_province_code"),
                Columns.text(row, "seller_commune_name"),
                Columns.textOrNull(row, "seller_phone"),
                Columns.textOrNull(row, "seller_email"));
    }

    static OrderLine line(Readable row) {
        return new OrderLine(
                Columns.integer(row, "position"),
                new VariantId(Columns.uuid(row, "variant_id")),
                new ListingId(Columns.uuid(row, "listing_id")),
                Columns.text(row, "listing_slug"),
                Columns.text(row, "sku"),
                Columns.text(row, "name_vi"),
                Columns.text(row, "name_en"),
                Columns.text(row, "label_vi"),
                Columns.text(row, "label_en"),
                Columns.text(row, "vat_class"),
                Columns.integer(row, "weight_grams"),
                Columns.flag(row, "sold_by_weight"),
                Columns.textOrNull(row, "picture_id"),
                Money.of(Columns.number(row, "unit_price"), Columns.text(row, "currency")),
                Columns.integer(row, "quantity"),
                Columns.integer(row, "cancelled"),
                Columns.integer(row, "shipped"));
    }

    static OrderEvent event(Readable row) {
        var from = Columns.textOrNull(row, "from_state");
        var account = row.get("actor_id", UUID.class);
        return new OrderEvent(
                from == null ? null : SellerOrderState.Name.valueOf(from),
                SellerOrderState.Name.valueOf(Columns.text(row, "to_state")),
                Actor.valueOf(Columns.text(row, "actor")),
                account == null ? null : new AccountId(account),
                Columns.textOrNull(row, "note"),
                Columns.instant(row, "happened_at"));
    }
}
