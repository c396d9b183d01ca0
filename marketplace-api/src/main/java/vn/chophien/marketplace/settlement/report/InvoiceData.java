package vn.chophien.marketplace.settlement.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.Order;
import vn.chophien.marketplace.order.OrderLine;
import vn.chophien.marketplace.order.SellerOrder;
import vn.chophien.marketplace.settlement.posting.SaleLeft;
import vn.chophien.marketplace.terms.Term;
import vn.chophien.marketplace.terms.Terms;

/**
 * What a seller needs to issue the e-invoice of a completed seller order. VAT is a proposal: the seller decides. Prices include it.
 *
 * @param buyer who to name; a buyer who gives no data is "Bán cho người tiêu dùng"
 * @param adjustments what was given back after delivery and adjusts the invoice
 */
record InvoiceData(
        String number,
        String orderNumber,
        Instant orderedAt,
        Instant deliveredAt,
        String buyer,
        String address,
        String paymentMethod,
        String currency,
        String vatMethod,
        List<Item> items,
        long shipping,
        long total,
        List<Adjustment> adjustments) {

    private static final String CONSUMER = "Bán cho người tiêu dùng";
    private static final long WHOLE = 10_000;

    static InvoiceData of(Order order, SellerOrder part, Instant deliveredAt, Terms terms) {
        var day = Terms.dayOf(deliveredAt);
        var method = terms.vatMethod(part.seller().type(), day);
        var left = SaleLeft.of(part, deliveredAt);
        return new InvoiceData(
                part.number(),
                order.number().value(),
                order.placedAt(),
                deliveredAt,
                order.contact().name().isBlank() ? CONSUMER : order.contact().name(),
                String.join(
                        ", ",
                        order.address().street(),
                        order.address().communeNameVi(),
                        order.address().provinceNameVi()),
                order.payment().method().name(),
                left.total().currencyCode(),
                method,
                IntStream.range(0, part.lines().size())
                        .mapToObj(index ->
                                item(part.lines().get(index), left.lines().get(index), method, day, terms))
                        .filter(item -> item.amount() > 0)
                        .toList(),
                left.shipping().minor(),
                left.total().minor(),
                part.reductions().stream()
                        .filter(reduction -> reduction.at().isAfter(deliveredAt))
                        .map(reduction -> new Adjustment(
                                reduction.cause().name(),
                                reduction.goods().minor(),
                                reduction.shipping().minor(),
                                reduction.at()))
                        .toList());
    }

    /** Pieces that weighed less, or cost less for goodwill, were delivered all the same. */
    private static Item item(OrderLine line, Money amount, String method, LocalDate day, Terms terms) {
        var rate = terms.vatRate(method, line.vatClass(), day).orElse(null);
        return new Item(
                line.sku(),
                line.nameVi(),
                line.labelVi(),
                line.quantity() - line.cancelled(),
                line.unitPrice().minor(),
                amount.minor(),
                line.vatClass(),
                basisPoints(rate),
                included(amount, method, rate),
                rate == null ? null : rate.reference());
    }

    private static @Nullable Integer basisPoints(@Nullable Term rate) {
        return rate == null || "NOT_SUBJECT".equals(rate.choice()) ? null : rate.basisPoints();
    }

    /** The VAT inside a price of a seller on the credit method, rounded half up. */
    private static @Nullable Long included(Money amount, String method, @Nullable Term rate) {
        var points = basisPoints(rate);
        if (points == null || !method.equals("CREDIT")) {
            return null;
        }
        var whole = WHOLE + points;
        return (Math.multiplyExact(amount.minor(), 2L * points) + whole) / (2 * whole);
    }

    /**
     * @param vatRate in basis points; none when not subject to VAT or of a class without a proposal
     * @param vatIncluded none unless the seller is on the credit method
     * @param source of the proposal
     */
    record Item(
            String sku,
            String name,
            String label,
            int quantity,
            long unitPrice,
            long amount,
            String vatClass,
            @Nullable Integer vatRate,
            @Nullable Long vatIncluded,
            @Nullable String source) {}

    record Adjustment(String cause, long goods, long shipping, Instant at) {}
}
