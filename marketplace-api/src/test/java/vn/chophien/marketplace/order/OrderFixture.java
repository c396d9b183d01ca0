package vn.chophien.marketplace.order;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.fulfillment.ShippingOption;
import vn.chophien.marketplace.fulfillment.ShippingService;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.PaymentMethod;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.web.PhoneNumber;

/** Orders that never saw a database. */
final class OrderFixture {

    static final Instant PLACED = Instant.parse("2026-11-22T01:00:00Z");

    private OrderFixture() {}

    /** One part per list of lines; a card order waits for its money. */
    static Order order(PaymentMethod method, List<List<Goods>> parts) {
        var nothing = Money.vnd(0);
        var due = PLACED.plus(Duration.ofMinutes(30));
        var first =
                method == PaymentMethod.CARD ? new SellerOrderState.AwaitingPayment(due) : new SellerOrderState.New();
        return new Order(
                OrderId.generate(),
                new OrderNumber("DH2611220001"),
                null,
                "token",
                new Contact("Nguyễn Thị Thử", new PhoneNumber("0912345678"), null),
                new DeliveryAddress("66", "Đắk Lắk", "Dak Lak", "24133", "Phường", "Ward", "Thôn 3"),
                null,
                Language.VI,
                method == PaymentMethod.CARD
                        ? OrderPayment.card(due, URI.create("http://shop.example/"), nothing)
                        : OrderPayment.onDelivery(nothing),
                IntStream.range(0, parts.size())
                        .mapToObj(index -> part(index + 1, first, parts.get(index)))
                        .toList(),
                PLACED);
    }

    static Order paid(Order order) {
        return order.with(order.payment().arrived(PaymentId.generate(), order.total(), PLACED))
                .withParts(part -> part.move(new SellerOrderState.New(), Actor.SYSTEM, null, null, PLACED));
    }

    private static SellerOrder part(int position, SellerOrderState first, List<Goods> goods) {
        return new SellerOrder(
                SellerOrderId.generate(),
                "DH2611220001-" + position,
                new SellerIdentity(
                        SellerId.generate(), "htx", "HTX", "HTX", "Cooperative", null, null, "66", "Xã", null, null),
                IntStream.range(0, goods.size())
                        .mapToObj(index -> line(index + 1, goods.get(index)))
                        .toList(),
                new ShippingOption(ShippingService.STANDARD, Money.vnd(18_000), 1, 2),
                first,
                List.of(),
                List.of(),
                List.of(new OrderEvent(null, first.name(), Actor.BUYER, null, null, PLACED)));
    }

    private static OrderLine line(int position, Goods goods) {
        return new OrderLine(
                position,
                VariantId.generate(),
                ListingId.generate(),
                "hang",
                "SKU-" + position,
                "Hàng",
                "Goods",
                "Hộp",
                "Box",
                "PROCESSED",
                goods.grams(),
                goods.byWeight(),
                null,
                Money.vnd(goods.price()),
                goods.quantity(),
                0,
                0);
    }

    record Goods(long price, int grams, boolean byWeight, int quantity) {}
}
