package vn.chophien.marketplace.order;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.PictureResponse;
import vn.chophien.marketplace.fulfillment.Shipment;
import vn.chophien.marketplace.payment.BankRefunds;
import vn.chophien.marketplace.payment.BankTransfers;

/** An order as the API shows it to its buyer. */
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
        List<Part> sellerOrders,
        List<TransferRefund> transferRefunds,
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
                        .map(part -> Part.from(part, transfers.awaitedFor(part).orElse(null), texts, language))
                        .toList(),
                transfers.refunds().stream().map(TransferRefund::from).toList(),
                null);
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
    }

    record ContactPart(String name, String phone, @Nullable String email) {

        static ContactPart from(Contact contact) {
            return new ContactPart(contact.name(), contact.phone().value(), contact.email());
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

    record Part(
            String number,
            SellerOrderState.Name state,
            Shop shop,
            List<Line> lines,
            Shipping shipping,
            List<Parcel> shipments,
            List<Less> reductions,
            long goodsTotal,
            long total,
            long due,
            long repaid,
            boolean linesCancellable,
            @Nullable Transfer transfer,
            List<Event> events) {

        static Part from(
                SellerOrder part, BankTransfers.@Nullable Awaited transfer, OrderTexts texts, Language language) {
            return new Part(
                    part.number(),
                    part.state().name(),
                    new Shop(
                            part.seller().slug(),
                            part.seller().name(language),
                            part.seller().phone()),
                    Line.allOf(part, language),
                    Shipping.from(part, texts, language),
                    Parcel.allOf(part),
                    Less.allOf(part, texts, language),
                    part.goodsTotal().minor(),
                    part.total().minor(),
                    part.due().minor(),
                    part.repaid().minor(),
                    part.hasOpenLines()
                            && Transition.isLegal(
                                    part.state().name(), part.state().name(), Actor.BUYER),
                    transfer == null ? null : Transfer.from(transfer),
                    Event.allOf(part, texts, language));
        }
    }

    /**
     * How a part is paid by bank transfer.
     *
     * @param left what has still to come
     * @param payload the text of the QR code; none when nothing is awaited any more
     */
    record Transfer(
            String bank,
            String accountNumber,
            String holder,
            long amount,
            long left,
            String purpose,
            @Nullable String payload) {

        static Transfer from(BankTransfers.Awaited awaited) {
            return new Transfer(
                    awaited.bank(),
                    awaited.account().number(),
                    awaited.account().holder(),
                    awaited.amount().minor(),
                    awaited.amount().minus(awaited.received()).minor(),
                    awaited.purpose(),
                    awaited.open() ? awaited.payload() : null);
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
    }

    /**
     * A parcel.
     *
     * @param collect what the carrier collects with it when the buyer pays on delivery
     */
    record Parcel(
            int number,
            String carrier,
            @Nullable String trackingCode,
            Instant shippedAt,
            @Nullable Instant deliveredAt,
            List<PackedLine> lines,
            long collect) {

        static List<Parcel> allOf(SellerOrder part) {
            return part.shipments().stream()
                    .map(shipment -> new Parcel(
                            shipment.position(),
                            shipment.carrier(),
                            shipment.trackingCode(),
                            shipment.shippedAt(),
                            shipment.deliveredAt(),
                            shipment.lines().stream()
                                    .map(line -> PackedLine.from(part, line))
                                    .toList(),
                            part.collectible(shipment).minor()))
                    .toList();
        }
    }

    /** @param goods what these pieces cost, at their weight if they are sold by weight */
    record PackedLine(int position, int quantity, @Nullable Integer packedGrams, long goods) {

        static PackedLine from(SellerOrder part, Shipment.Line packed) {
            var line = part.line(packed.position()).orElseThrow();
            return new PackedLine(
                    packed.position(),
                    packed.quantity(),
                    packed.packedGrams(),
                    line.priceOf(packed.quantity(), packed.packedGrams()).minor());
        }
    }

    /** What is owed less than was ordered, and why; {@code repayment} is what of it was paid and goes back. */
    record Less(
            SellerOrderFact.Cause cause,
            long goods,
            long shipping,
            long amount,
            long repayment,
            @Nullable String reason,
            Instant at,
            List<LessOfLine> lines) {

        static List<Less> allOf(SellerOrder part, OrderTexts texts, Language language) {
            return part.reductions().stream()
                    .map(reduction -> new Less(
                            reduction.cause(),
                            reduction.goods().minor(),
                            reduction.shipping().minor(),
                            reduction.amount().minor(),
                            reduction.repayment().minor(),
                            texts.reason(reduction.by(), reduction.reason(), language),
                            reduction.at(),
                            reduction.lines().stream()
                                    .map(line -> new LessOfLine(
                                            line.position(),
                                            line.quantity(),
                                            line.goods().minor()))
                                    .toList()))
                    .toList();
        }
    }

    record LessOfLine(int position, int quantity, long goods) {}

    record Shop(String slug, String name, @Nullable String phone) {}

    /**
     * @param open pieces still to be sent or given up
     * @param due what is owed for the line after its reductions
     */
    record Line(
            int position,
            String sku,
            String listingSlug,
            String name,
            String label,
            long unitPrice,
            int quantity,
            long lineTotal,
            int cancelled,
            int shipped,
            int open,
            boolean soldByWeight,
            int weightGrams,
            long due,
            @Nullable PictureResponse picture) {

        static List<Line> allOf(SellerOrder part, Language language) {
            return part.lines().stream().map(line -> from(part, line, language)).toList();
        }

        private static Line from(SellerOrder part, OrderLine line, Language language) {
            return new Line(
                    line.position(),
                    line.sku(),
                    line.listingSlug(),
                    line.name(language),
                    line.label(language),
                    line.unitPrice().minor(),
                    line.quantity(),
                    line.total().minor(),
                    line.cancelled(),
                    line.shipped(),
                    line.open(),
                    line.soldByWeight(),
                    line.weightGrams(),
                    part.due(line).minor(),
                    PictureResponse.ofNullable(line.pictureId(), line.name(language)));
        }
    }

    record Shipping(String code, String name, long fee, int daysMin, int daysMax) {

        static Shipping from(SellerOrder part, OrderTexts texts, Language language) {
            var option = part.shipping();
            return new Shipping(
                    option.service().code(),
                    texts.shippingName(option.service(), language),
                    option.fee().minor(),
                    option.daysMin(),
                    option.daysMax());
        }
    }

    record Event(
            SellerOrderState.Name state,
            Instant at,
            @Nullable String note) {

        static List<Event> allOf(SellerOrder part, OrderTexts texts, Language language) {
            return part.events().stream()
                    .filter(OrderEvent::changedState)
                    .map(event -> from(event, texts, language))
                    .toList();
        }

        private static Event from(OrderEvent event, OrderTexts texts, Language language) {
            return new Event(event.to(), event.at(), texts.note(event, language));
        }
    }
}
