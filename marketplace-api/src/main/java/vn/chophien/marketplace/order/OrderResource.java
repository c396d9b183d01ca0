package vn.chophien.marketplace.order;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.payment.BankRefunds;

/**
 * An order as the API shows it to its buyer.
 *
 * @param readOnly the reader may follow the order but not change it
 * @param accessToken opens the order again for somebody without an account: for everything, or for reading only
 */
public record OrderResource(
        String number,
        SellerOrderState.Name state,
        Instant placedAt,
        String currency,
        long goodsTotal,
        long shippingTotal,
        long total,
        Payment payment,
        ContactPart contact,
        Address address,
        @Nullable String note,
        boolean cancellable,
        List<OrderPartResource> sellerOrders,
        List<TransferRefund> transferRefunds,
        boolean readOnly,
        @Nullable String accessToken) {

    static OrderResource from(
            Order order, @Nullable URI payUrl, OrderTransfers transfers, OrderTexts texts, Language language) {
        return new OrderResource(
                order.number().value(),
                order.state(),
                order.placedAt(),
                order.total().currencyCode(),
                order.goodsTotal().minor(),
                order.shippingTotal().minor(),
                order.total().minor(),
                Payment.from(order, payUrl),
                ContactPart.from(order.contact()),
                Address.from(order.address(), language),
                order.note(),
                order.isCancellable(),
                order.sellerOrders().stream()
                        .map(part -> OrderPartResource.from(
                                part, transfers.awaitedFor(part).orElse(null), texts, language))
                        .toList(),
                transfers.refunds().stream().map(TransferRefund::from).toList(),
                false,
                null);
    }

    /** For somebody who found the order by its number and phone: without what neither of them tells, and with the token for reading. */
    OrderResource forReader(Order order) {
        return new OrderResource(
                number,
                state,
                placedAt,
                currency,
                goodsTotal,
                shippingTotal,
                total,
                payment.forReader(),
                contact.forReader(),
                address,
                note,
                false,
                sellerOrders.stream().map(OrderPartResource::forReader).toList(),
                transferRefunds.stream().map(TransferRefund::forReader).toList(),
                true,
                order.readingToken());
    }

    /** For whoever proved to be the buyer and has no account to come back with. */
    OrderResource withAccessToken(String token) {
        return new OrderResource(
                number,
                state,
                placedAt,
                currency,
                goodsTotal,
                shippingTotal,
                total,
                payment,
                contact,
                address,
                note,
                cancellable,
                sellerOrders,
                transferRefunds,
                false,
                token);
    }

    /**
     * @param dueAt until when an order waits for its money
     * @param failure why the last card was refused
     * @param refunded what went back so far
     */
    record Payment(
            String method,
            OrderPayment.State state,
            @Nullable URI payUrl,
            @Nullable Instant dueAt,
            @Nullable String failure,
            @Nullable Long refunded,
            @Nullable Long refundPending) {

        static Payment from(Order order, @Nullable URI payUrl) {
            var payment = order.payment();
            var pending = payment.refundRequested().minus(payment.refunded());
            return new Payment(
                    payment.method().name(),
                    order.paymentState(),
                    payUrl,
                    order.isAwaitingPayment() ? payment.dueAt() : null,
                    payment.failure(),
                    payment.refunded().isZero() ? null : payment.refunded().minor(),
                    pending.isZero() ? null : pending.minor());
        }

        private Payment forReader() {
            return new Payment(method, state, null, dueAt, failure, refunded, refundPending);
        }
    }

    record ContactPart(String name, String phone, @Nullable String email) {

        static ContactPart from(Contact contact) {
            return new ContactPart(contact.name(), contact.phone().value(), contact.email());
        }

        private ContactPart forReader() {
            return new ContactPart(name, phone, null);
        }
    }

    record Address(String provinceCode, String provinceName, String communeCode, String communeName, String street) {

        static Address from(DeliveryAddress address, Language language) {
            return new Address(
                    address.provinceCode(),
                    address.provinceName(language),
                    address.communeCode(),
                    address.communeName(language),
                    address.street());
        }
    }

    /** @param reference the number of the order or the part it goes back for */
    record TransferRefund(
            String reference,
            long amount,
            String state,
            boolean bySeller,
            @Nullable String accountHint,
            @Nullable Instant doneAt) {

        static TransferRefund from(BankRefunds.Due due) {
            return new TransferRefund(
                    due.reference(),
                    due.amount().minor(),
                    due.state(),
                    due.bySeller(),
                    due.accountHint(),
                    due.doneAt());
        }

        private TransferRefund forReader() {
            return new TransferRefund(reference, amount, state, bySeller, null, doneAt);
        }
    }
}
