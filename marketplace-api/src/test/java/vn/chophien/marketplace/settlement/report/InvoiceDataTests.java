package vn.chophien.marketplace.settlement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.fulfillment.ShippingOption;
import vn.chophien.marketplace.fulfillment.ShippingService;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.Actor;
import vn.chophien.marketplace.order.Contact;
import vn.chophien.marketplace.order.DeliveryAddress;
import vn.chophien.marketplace.order.Order;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.order.OrderLine;
import vn.chophien.marketplace.order.OrderNumber;
import vn.chophien.marketplace.order.OrderPayment;
import vn.chophien.marketplace.order.Reduction;
import vn.chophien.marketplace.order.ReductionId;
import vn.chophien.marketplace.order.SellerIdentity;
import vn.chophien.marketplace.order.SellerOrder;
import vn.chophien.marketplace.order.SellerOrderFact.Cause;
import vn.chophien.marketplace.order.SellerOrderId;
import vn.chophien.marketplace.order.SellerOrderState;
import vn.chophien.marketplace.payment.PaymentMethod;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.terms.Term;
import vn.chophien.marketplace.terms.TermKind;
import vn.chophien.marketplace.terms.Terms;
import vn.chophien.marketplace.web.PhoneNumber;

class InvoiceDataTests {

    private static final Instant DELIVERED = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant BEFORE = DELIVERED.minusSeconds(3_600);
    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);
    private static final Terms TERMS = new Terms(List.of(
            term(TermKind.VAT_METHOD, null, null, "CREDIT"), term(TermKind.VAT_RATE, "CREDIT/PROCESSED", 800, null)));

    private final List<Reduction> reductions = new ArrayList<>();

    @Test
    void keepsThePiecesThatWeighedLess() {
        reduce(Cause.SHORT_WEIGHT, List.of(new Reduction.Line(1, 3, Money.vnd(30_000))), 30_000, BEFORE);
        var item = invoice(0).items().getFirst();
        assertThat(item.quantity()).isEqualTo(3);
        assertThat(item.amount()).isEqualTo(270_000);
        assertThat(item.vatIncluded()).isEqualTo(20_000);
    }

    @Test
    void leavesOutThePiecesThatWereCancelled() {
        reduce(Cause.CANCELLED, List.of(new Reduction.Line(1, 1, Money.vnd(100_000))), 100_000, BEFORE);
        var item = invoice(1).items().getFirst();
        assertThat(item.quantity()).isEqualTo(2);
        assertThat(item.amount()).isEqualTo(200_000);
    }

    /** Goodwill belongs to no line, and lowers the tax of all. */
    @Test
    void addsUpToWhatTheBuyerPaidAfterGoodwill() {
        reduce(Cause.GOODWILL, List.of(), 84_000, BEFORE);
        var invoice = invoice(0);
        assertThat(invoice.items()).extracting(InvoiceData.Item::amount).containsExactly(240_000L, 96_000L);
        assertThat(invoice.total()).isEqualTo(354_000);
        assertThat(invoice.items().stream().mapToLong(InvoiceData.Item::amount).sum() + invoice.shipping())
                .isEqualTo(invoice.total());
        assertThat(invoice.items().getFirst().vatIncluded()).isEqualTo(17_778);
    }

    @Test
    void tellsWhatWasGivenBackLaterApart() {
        reduce(
                Cause.RETURNED,
                List.of(new Reduction.Line(1, 3, Money.vnd(300_000))),
                300_000,
                DELIVERED.plusSeconds(1));
        var invoice = invoice(0);
        assertThat(invoice.items().getFirst().quantity()).isEqualTo(3);
        assertThat(invoice.total()).isEqualTo(438_000);
        assertThat(invoice.adjustments())
                .singleElement()
                .satisfies(adjustment -> assertThat(adjustment.goods()).isEqualTo(300_000));
    }

    private void reduce(Cause cause, List<Reduction.Line> lines, long goods, Instant at) {
        reductions.add(new Reduction(
                ReductionId.generate(),
                cause,
                lines,
                Money.vnd(goods),
                Money.vnd(0),
                Money.vnd(goods),
                Actor.SELLER,
                null,
                null,
                at));
    }

    private InvoiceData invoice(int cancelled) {
        var nothing = Money.vnd(0);
        var part = new SellerOrder(
                SellerOrderId.generate(),
                "DH2611220001-1",
                new SellerIdentity(
                        SellerId.generate(), "shop", "SME", "Xưởng", "Mill", null, null, "66", "Xã", null, null),
                List.of(line(1, 100_000, 3, cancelled), line(2, 60_000, 2, 0)),
                new ShippingOption(ShippingService.STANDARD, Money.vnd(18_000), 1, 2),
                new SellerOrderState.Delivered(DELIVERED),
                List.of(),
                reductions,
                List.of());
        var order = new Order(
                OrderId.generate(),
                new OrderNumber("DH2611220001"),
                null,
                "token",
                new Contact("Nguyễn Thị Thử", new PhoneNumber("0912345678"), null),
                new DeliveryAddress("66", "Đắk Lắk", "Dak Lak", "24133", "Xã Cư M’gar", "Cu M’gar", "Thôn 3"),
                null,
                Language.VI,
                new OrderPayment(
                        PaymentMethod.CARD, null, null, null, nothing, null, null, nothing, nothing, List.of()),
                List.of(part),
                BEFORE);
        return InvoiceData.of(order, part, DELIVERED, TERMS);
    }

    private static OrderLine line(int position, long price, int quantity, int cancelled) {
        return new OrderLine(
                position,
                VariantId.generate(),
                ListingId.generate(),
                "hang",
                "SKU",
                "Măng khô",
                "Dried bamboo",
                "Gói",
                "Bag",
                "PROCESSED",
                500,
                true,
                null,
                Money.vnd(price),
                quantity,
                cancelled,
                quantity - cancelled);
    }

    private static Term term(TermKind kind, @Nullable String subject, @Nullable Integer rate, @Nullable String choice) {
        return new Term(
                UUID.randomUUID(),
                kind,
                null,
                null,
                null,
                subject,
                rate,
                null,
                null,
                choice,
                "Thử",
                BEGIN,
                BEGIN,
                null);
    }
}
