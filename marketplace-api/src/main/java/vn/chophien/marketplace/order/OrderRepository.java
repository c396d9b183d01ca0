package vn.chophien.marketplace.order;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.fulfillment.Shipment;
import vn.chophien.marketplace.fulfillment.Shipments;
import vn.chophien.marketplace.sql.Binds;

/** Writes orders: whole ones once, and afterwards only the steps of their parts and the state of their payment. */
@Repository
class OrderRepository {

    private final DatabaseClient database;
    private final ReductionRepository reductions;
    private final Shipments shipments;

    OrderRepository(DatabaseClient database, ReductionRepository reductions, Shipments shipments) {
        this.database = database;
        this.reductions = reductions;
        this.shipments = shipments;
    }

    Mono<Void> insert(Order order) {
        return insertOrder(order)
                .thenMany(Flux.fromIterable(order.sellerOrders()).index())
                .concatMap(part -> insertPart(order, part.getT2(), Math.toIntExact(part.getT1() + 1)))
                .then();
    }

    /** Writes what changed since the order was read, which must have been under its lock. */
    Mono<Void> save(Order before, Order after) {
        return Flux.fromIterable(after.sellerOrders())
                .zipWithIterable(before.sellerOrders())
                .filter(parts -> !parts.getT1().equals(parts.getT2()))
                .concatMap(parts -> savePart(parts.getT2(), parts.getT1()))
                .then(before.payment().equals(after.payment()) ? Mono.empty() : savePayment(after))
                .thenMany(Flux.fromIterable(after.payment().parts()))
                .filter(payment -> !before.payment().parts().contains(payment))
                .concatMap(this::insertPartPayment)
                .then();
    }

    private Mono<Void> savePart(SellerOrder before, SellerOrder after) {
        return (after.events().size() == before.events().size() ? saveDueAt(before, after) : saveStep(after))
                .thenMany(Flux.fromIterable(after.lines()))
                .filter(line -> !before.lines().contains(line))
                .concatMap(line -> saveLine(after, line))
                .thenMany(Flux.fromIterable(after.shipments()))
                .filter(parcel -> !before.shipments().contains(parcel))
                .concatMap(parcel -> saveShipment(parcel))
                .thenMany(Flux.fromIterable(OrderChange.newReductions(before, after)))
                .concatMap(reduction -> reductions.insert(after.id(), reduction))
                .then();
    }

    /** A part that goes on waiting may wait longer than its order. */
    private Mono<Void> saveDueAt(SellerOrder before, SellerOrder after) {
        return before.dueAt().equals(after.dueAt())
                ? Mono.empty()
                : database.sql("UPDATE seller_order SET payment_due_at = :due_at WHERE id = :id")
                        .bind("due_at", Binds.instant(after.dueAt().orElse(null)))
                        .bind("id", after.id().value())
                        .then();
    }

    private Mono<Void> saveLine(SellerOrder part, OrderLine line) {
        return database.sql("""
                UPDATE order_line SET cancelled = :cancelled, shipped = :shipped
                 WHERE seller_order_id = :part AND position = :position
                """)
                .bind("part", part.id().value())
                .bind("position", line.position())
                .bind("cancelled", line.cancelled())
                .bind("shipped", line.shipped())
                .then();
    }

    /** A parcel is written when it leaves, and once more when it arrives. */
    private Mono<Void> saveShipment(Shipment parcel) {
        var arrived = parcel.deliveredAt();
        return arrived == null ? shipments.handOver(parcel) : shipments.deliver(parcel.id(), arrived);
    }

    private Mono<Void> insertOrder(Order order) {
        var address = order.address();
        var account = order.account();
        var returnUrl = order.payment().returnUrl();
        var dueAt = order.payment().dueAt();
        var statement = database.sql("""
                INSERT INTO customer_order
                    (id, number, account_id, access_token, payment_method, payment_due_at, return_url, contact_name,
                     contact_phone, contact_email, province_code, province_name_vi, province_name_en, commune_code,
                     commune_name_vi, commune_name_en, street, note, language, goods_total, shipping_total, total,
                     currency, placed_at)
                VALUES
                    (:id, :number, :account, :token, :method, :due_at, :return_url, :contact_name,
                     :contact_phone, :contact_email, :province_code, :province_name_vi, :province_name_en, :commune_code,
                     :commune_name_vi, :commune_name_en, :street, :note, :language, :goods_total, :shipping_total, :total,
                     :currency, :placed_at)
                """)
                .bind("id", order.id().value())
                .bind("number", order.number().value())
                .bind("account", Binds.uuid(account == null ? null : account.value()))
                .bind("token", order.accessToken())
                .bind("method", order.payment().method().name())
                .bind("due_at", Binds.instant(dueAt))
                .bind("return_url", Binds.text(returnUrl == null ? null : returnUrl.toString()))
                .bind("contact_name", order.contact().name())
                .bind("contact_phone", order.contact().phone().value())
                .bind("contact_email", Binds.text(order.contact().email()))
                .bind("province_code", address.provinceCode())
                .bind("province_name_vi", address.provinceNameVi())
                .bind("province_name_en", address.provinceNameEn())
                .bind("commune_code", address.communeCode())
                .bind("commune_name_vi", address.communeNameVi())
                .bind("commune_name_en", address.communeNameEn())
                .bind("street", address.street())
                .bind("note", Binds.text(order.note()))
                .bind("language", order.language().tag())
                .bind("goods_total", order.goodsTotal().minor())
                .bind("shipping_total", order.shippingTotal().minor())
                .bind("total", order.total().minor())
                .bind("currency", order.total().currencyCode())
                .bind("placed_at", order.placedAt());
        return statement.then();
    }

    private Mono<Void> insertPart(Order order, SellerOrder part, int position) {
        var seller = part.seller();
        return database.sql("""
                INSERT INTO seller_order
                    (id, order_id, position, number, seller_id, seller_slug, seller_type, seller_name_vi, seller_name_en,
                     seller_tax_code, seller_registration_no, seller_province_code, seller_commune_name, seller_phone,
                     seller_email, state, shipping_service, shipping_fee, shipping_days_min, shipping_days_max,
                     goods_total, total, currency, placed_at)
                VALUES
                    (:id, :order, :position, :number, :seller, :slug, :type, :name_vi, :name_en,
                     :tax_code, :registration_no, :province_code, :commune_name, :phone,
                     :email, :state, :service, :fee, :days_min, :days_max,
                     :goods_total, :total, :currency, :placed_at)
                """)
                .bind("id", part.id().value())
                .bind("order", order.id().value())
                .bind("position", position)
                .bind("number", part.number())
                .bind("seller", seller.id().value())
                .bind("slug", seller.slug())
                .bind("type", seller.type())
                .bind("name_vi", seller.nameVi())
                .bind("name_en", seller.nameEn())
                .bind("tax_code", Binds.text(seller.taxCode()))
                .bind("registration_no", Binds.text(seller.registrationNo()))
                .bind("province_code", seller.provinceCode())
                .bind("commune_name", seller.communeName())
                .bind("phone", Binds.text(seller.phone()))
                .bind("email", Binds.text(seller.email()))
                .bind("state", part.state().name().name())
                .bind("service", part.shipping().service().name())
                .bind("fee", part.shipping().fee().minor())
                .bind("days_min", part.shipping().daysMin())
                .bind("days_max", part.shipping().daysMax())
                .bind("goods_total", part.goodsTotal().minor())
                .bind("total", part.total().minor())
                .bind("currency", part.total().currencyCode())
                .bind("placed_at", order.placedAt())
                .then()
                .then(insertLines(part))
                .then(insertEvent(part));
    }

    private Mono<Void> insertLines(SellerOrder part) {
        return Flux.fromIterable(part.lines())
                .concatMap(line -> insertLine(part, line))
                .then();
    }

    private Mono<Void> insertLine(SellerOrder part, OrderLine line) {
        return database.sql("""
                INSERT INTO order_line
                    (seller_order_id, position, variant_id, listing_id, listing_slug, sku, name_vi, name_en, label_vi,
                     label_en, vat_class, weight_grams, sold_by_weight, picture_id, unit_price, quantity, line_total)
                VALUES
                    (:part, :position, :variant, :listing, :slug, :sku, :name_vi, :name_en, :label_vi,
                     :label_en, :vat_class, :weight_grams, :sold_by_weight, :picture, :unit_price, :quantity, :line_total)
                """)
                .bind("part", part.id().value())
                .bind("position", line.position())
                .bind("variant", line.variant().value())
                .bind("listing", line.listing().value())
                .bind("slug", line.listingSlug())
                .bind("sku", line.sku())
                .bind("name_vi", line.nameVi())
                .bind("name_en", line.nameEn())
                .bind("label_vi", line.labelVi())
                .bind("label_en", line.labelEn())
                .bind("vat_class", line.vatClass())
                .bind("weight_grams", line.weightGrams())
                .bind("sold_by_weight", line.soldByWeight())
                .bind("picture", Binds.text(line.pictureId()))
                .bind("unit_price", line.unitPrice().minor())
                .bind("quantity", line.quantity())
                .bind("line_total", line.total().minor())
                .then();
    }

    private Mono<Void> saveStep(SellerOrder part) {
        var cancelled = part.state() instanceof SellerOrderState.Cancelled given ? given : null;
        return database.sql("""
                UPDATE seller_order SET state = :state, cancelled_by = :cancelled_by, cancel_reason = :cancel_reason
                 WHERE id = :id
                """)
                .bind("id", part.id().value())
                .bind("state", part.state().name().name())
                .bind(
                        "cancelled_by",
                        Binds.text(cancelled == null ? null : cancelled.by().name()))
                .bind("cancel_reason", Binds.text(cancelled == null ? null : cancelled.reason()))
                .then()
                .then(insertEvent(part));
    }

    /** A part takes one step per transaction, so its last event is the new one. */
    private Mono<Void> insertEvent(SellerOrder part) {
        var event = part.lastEvent();
        var from = event.from();
        var account = event.account();
        UUID actor = account == null ? null : account.value();
        return database.sql("""
                INSERT INTO seller_order_event (seller_order_id, from_state, to_state, actor, actor_id, note, happened_at)
                VALUES (:part, :from, :to, :actor, :actor_id, :note, :at)
                """)
                .bind("part", part.id().value())
                .bind("from", Binds.text(from == null ? null : from.name()))
                .bind("to", event.to().name())
                .bind("actor", event.actor().name())
                .bind("actor_id", Binds.uuid(actor))
                .bind("note", Binds.text(event.note()))
                .bind("at", event.at())
                .then();
    }

    private Mono<Void> insertPartPayment(OrderPayment.PartPayment payment) {
        return database.sql("""
                INSERT INTO seller_order_payment (seller_order_id, payment_id, amount, currency, paid_at)
                VALUES (:part, :payment, :amount, :currency, :at)
                """)
                .bind("part", payment.part().value())
                .bind("payment", payment.payment().value())
                .bind("amount", payment.amount().minor())
                .bind("currency", payment.amount().currencyCode())
                .bind("at", payment.at())
                .then();
    }

    private Mono<Void> savePayment(Order order) {
        var payment = order.payment();
        var by = payment.payment();
        return database.sql("""
                UPDATE customer_order
                   SET payment_due_at = :due_at, payment_id = :payment, paid_amount = :paid, paid_at = :paid_at,
                       payment_failure = :failure, refund_requested = :refund_requested, refunded = :refunded
                 WHERE id = :id
                """)
                .bind("id", order.id().value())
                .bind("due_at", Binds.instant(payment.dueAt()))
                .bind("payment", Binds.uuid(by == null ? null : by.value()))
                .bind("paid", payment.paid().minor())
                .bind("paid_at", Binds.instant(payment.paidAt()))
                .bind("failure", Binds.text(payment.failure()))
                .bind("refund_requested", payment.refundRequested().minor())
                .bind("refunded", payment.refunded().minor())
                .then();
    }
}
