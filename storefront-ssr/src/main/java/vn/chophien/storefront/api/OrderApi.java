package vn.chophien.storefront.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The buyer's view of orders. */
@HttpExchange
public interface OrderApi {

    @GetExchange("/orders/{number}")
    Mono<Order> order(@PathVariable String number, @RequestParam(required = false) @Nullable String token);

    @PostExchange("/orders/{number}/payments")
    Mono<PaymentPage> pay(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String token,
            @RequestBody NewPayment payment);

    @PostExchange("/orders/{number}/cancel")
    Mono<Order> cancel(@PathVariable String number, @RequestParam(required = false) @Nullable String token);

    /** Some pieces are no longer wanted. A repeated key cancels nothing more. */
    @PostExchange("/orders/{number}/seller-orders/{part}/line-cancellations")
    Mono<Order> cancelLines(
            @PathVariable String number,
            @PathVariable String part,
            @RequestParam(required = false) @Nullable String token,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody LineCancellation cancellation);

    @GetExchange("/me/orders")
    Mono<Orders> mine(@RequestParam(required = false) @Nullable String cursor);

    @PostExchange("/order-lookups")
    Mono<Order> lookUp(@RequestBody LookUp lookUp);

    record Contact(String name, String phone, @Nullable String email) {}

    record NewPayment(String returnUrl) {}

    record PaymentPage(@Nullable String state, @Nullable String payUrl) {}

    record LookUp(String number, String phone) {}

    record LineCancellation(List<Pieces> lines) {}

    /** So many pieces of the order line at this position. */
    record Pieces(int position, int quantity) {}

    record Orders(List<Order> items, @Nullable String nextCursor) {
        public Orders {
            items = Wire.orEmpty(items);
        }
    }

    /**
     * @param readOnly it was opened with number and phone, and cannot be changed
     * @param accessToken opens the order again for a guest: for everything when it is placed, for reading when it is looked up
     */
    record Order(
            String number,
            @Nullable String state,
            Instant placedAt,
            String currency,
            long goodsTotal,
            long shippingTotal,
            long total,
            @Nullable String accessToken,
            Payment payment,
            Contact contact,
            Address address,
            @Nullable String note,
            List<SellerOrder> sellerOrders,
            List<TransferRefund> transferRefunds,
            @Nullable Boolean readOnly) {
        public Order {
            sellerOrders = Wire.orEmpty(sellerOrders);
            transferRefunds = Wire.orEmpty(transferRefunds);
        }

        /** By whoever opened it; the API decides again when it comes to it. */
        public boolean changeable() {
            return !Boolean.TRUE.equals(readOnly);
        }

        /** Some shop waits for a bank transfer. */
        public boolean awaitsTransfers() {
            return sellerOrders.stream().anyMatch(SellerOrder::awaitsTransfer);
        }

        /** Something goes back, and the buyer has to say where to. */
        public boolean needsRefundAccount() {
            return transferRefunds.stream().anyMatch(refund -> refund.state().equals("ACCOUNT_NEEDED"));
        }

        /** The page where the buyer pays; empty when there is nothing to pay by card now. */
        public Optional<String> payUrl() {
            return Optional.ofNullable(payment.payUrl());
        }

        public boolean awaitsPayment() {
            return payment.method().equals("CARD")
                    && (payment.state().equals("PENDING") || payment.state().equals("FAILED"))
                    && sellerOrders.stream().anyMatch(part -> part.state().equals("AWAITING_PAYMENT"));
        }

        /** Nothing has been confirmed by a shop yet. */
        public boolean cancellable() {
            return sellerOrders.stream()
                    .allMatch(part -> part.state().equals("AWAITING_PAYMENT")
                            || part.state().equals("NEW"));
        }

        public boolean moving() {
            return sellerOrders.stream()
                    .anyMatch(part ->
                            !part.state().equals("DELIVERED") && !part.state().equals("CANCELLED"));
        }
    }

    /** @param failure a stable word for why the last card was refused */
    record Payment(
            String method,
            String state,
            @Nullable String payUrl,
            @Nullable Instant dueAt,
            @Nullable String failure,
            @Nullable Long refunded) {}

    record Address(
            @Nullable String provinceCode,
            @Nullable String provinceName,
            @Nullable String communeCode,
            @Nullable String communeName,
            String street) {}

    record SellerOrder(
            String number,
            String state,
            OrderShop shop,
            List<OrderLine> lines,
            OrderShipping shipping,
            List<Parcel> shipments,
            List<Reduction> reductions,
            long goodsTotal,
            long total,
            long due,
            long repaid,
            boolean linesCancellable,
            @Nullable Transfer transfer,
            List<OrderEvent> events) {
        public SellerOrder {
            lines = Wire.orEmpty(lines);
            shipments = Wire.orEmpty(shipments);
            reductions = Wire.orEmpty(reductions);
            events = Wire.orEmpty(events);
        }

        /** The QR code's text is there as long as the money is awaited. */
        public boolean awaitsTransfer() {
            return transfer != null && transfer.payload() != null && state.equals("AWAITING_PAYMENT");
        }

        /** The shop lost the account that the buyer was to pay into. */
        public boolean accountWithdrawn() {
            return transfer != null && transfer.withdrawn() && state.equals("AWAITING_PAYMENT");
        }
    }

    /**
     * How to pay one shop by bank transfer; {@code left} is what has still to come until {@code dueAt}.
     *
     * @param withdrawn whether the account is not the shop's any more: nobody should transfer there
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
            boolean withdrawn) {}

    /**
     * Money that goes back by bank transfer.
     *
     * @param bySeller whether the shop transfers it; else the market does
     */
    record TransferRefund(
            String reference,
            long amount,
            String state,
            boolean bySeller,
            @Nullable String accountHint) {}

    record OrderShop(String slug, String name, @Nullable String phone) {}

    /** @param open pieces still to be sent or given up */
    record OrderLine(
            int position,
            String sku,
            String name,
            @Nullable String label,
            @Nullable String listingSlug,
            long unitPrice,
            int quantity,
            long lineTotal,
            int cancelled,
            int shipped,
            int open,
            boolean soldByWeight,
            int weightGrams,
            ListingCard.@Nullable Picture picture) {}

    record OrderShipping(String code, String name, long fee) {}

    /** @param collect what the carrier collects with it when the buyer pays on delivery */
    record Parcel(
            int number,
            String carrier,
            @Nullable String trackingCode,
            Instant shippedAt,
            @Nullable Instant deliveredAt,
            List<PackedLine> lines,
            long collect) {
        public Parcel {
            lines = Wire.orEmpty(lines);
        }
    }

    record PackedLine(int position, int quantity, @Nullable Integer packedGrams, long goods) {}

    /** What is owed less than was ordered; {@code repayment} is what of it was paid and goes back. */
    record Reduction(
            String cause,
            long goods,
            long shipping,
            long amount,
            long repayment,
            @Nullable String reason,
            Instant at) {}

    record OrderEvent(String state, Instant at, @Nullable String note) {}
}
