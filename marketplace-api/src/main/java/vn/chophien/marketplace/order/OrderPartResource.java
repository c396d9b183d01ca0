package vn.chophien.marketplace.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.payment.BankTransfers;

/** A seller order as its buyer sees it. */
record OrderPartResource(
        String number,
        SellerOrderState.Name state,
        Shop shop,
        List<OrderLineResource> lines,
        ShippingResource shipping,
        List<ParcelResource> shipments,
        List<ReductionResource> reductions,
        long goodsTotal,
        long total,
        long due,
        long repaid,
        boolean linesCancellable,
        @Nullable Transfer transfer,
        List<OrderEventResource> events) {

    static OrderPartResource from(
            SellerOrder part, BankTransfers.@Nullable Awaited transfer, OrderTexts texts, Language language) {
        return new OrderPartResource(
                part.number(),
                part.state().name(),
                new Shop(
                        part.seller().slug(),
                        part.seller().name(language),
                        part.seller().phone()),
                OrderLineResource.allOf(part, language),
                ShippingResource.from(part, texts, language),
                ParcelResource.allOf(part),
                ReductionResource.allOf(part, texts, language),
                part.goodsTotal().minor(),
                part.total().minor(),
                part.due().minor(),
                part.repaid().minor(),
                part.hasOpenLines()
                        && Transition.isLegal(part.state().name(), part.state().name(), Actor.BUYER),
                transfer == null ? null : Transfer.from(transfer, part),
                OrderEventResource.allOf(part, texts, language));
    }

    /** For somebody who may not cancel anything. */
    OrderPartResource forReader() {
        return new OrderPartResource(
                number,
                state,
                shop,
                lines,
                shipping,
                shipments,
                reductions,
                goodsTotal,
                total,
                due,
                repaid,
                false,
                transfer,
                events);
    }

    /**
     * How a part is paid by bank transfer.
     *
     * @param accountNumber none, as {@code holder}, when the account was withdrawn
     * @param left what has still to come
     * @param payload the text of the QR code; none when nothing is awaited any more, or nobody should transfer there any more
     * @param dueAt until when this part waits for it
     * @param withdrawn whether the account was taken from the shop while the transfer is awaited
     */
    record Transfer(
            String bank,
            @Nullable String accountNumber,
            @Nullable String holder,
            long amount,
            long left,
            String purpose,
            @Nullable String payload,
            @Nullable Instant dueAt,
            boolean withdrawn) {

        static Transfer from(BankTransfers.Awaited awaited, SellerOrder part) {
            return new Transfer(
                    awaited.bank(),
                    awaited.withdrawn() ? null : awaited.account().number(),
                    awaited.withdrawn() ? null : awaited.account().holder(),
                    awaited.amount().minor(),
                    awaited.amount().minus(awaited.received()).minor(),
                    awaited.purpose(),
                    awaited.payload().isEmpty() ? null : awaited.payload(),
                    part.dueAt().orElse(null),
                    awaited.withdrawn());
        }
    }

    record Shop(String slug, String name, @Nullable String phone) {}
}
