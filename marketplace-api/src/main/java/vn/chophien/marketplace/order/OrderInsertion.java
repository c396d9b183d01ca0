package vn.chophien.marketplace.order;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a whole order, parts, lines and first events, in one statement: each further statement would cost the placing transaction a journey to
 * the database, however many parts and lines there are.
 */
@Repository
class OrderInsertion {

    private static final String INSERT = """
            WITH placed AS (
                INSERT INTO customer_order
                    (id, number, account_id, access_token, payment_method, payment_due_at, return_url, contact_name,
                     contact_phone, contact_email, province_code, province_name_vi, province_name_en, commune_code,
                     commune_name_vi, commune_name_en, street, note, language, goods_total, shipping_total, total,
                     currency, placed_at)
                SELECT id, number, account_id, access_token, payment_method, payment_due_at, return_url, contact_name,
                       contact_phone, contact_email, province_code, province_name_vi, province_name_en, commune_code,
                       commune_name_vi, commune_name_en, street, note, language, goods_total, shipping_total, total,
                       currency, placed_at
                  FROM json_populate_record(CAST(NULL AS customer_order), CAST(:order AS json))
            ), parts AS (
                INSERT INTO seller_order
                    (id, order_id, position, number, seller_id, seller_slug, seller_type, seller_name_vi, seller_name_en,
                     seller_tax_code, seller_registration_no, seller_province_code, seller_commune_name, seller_phone,
                     seller_email, state, shipping_service, shipping_fee, shipping_days_min, shipping_days_max,
                     goods_total, total, currency, placed_at)
                SELECT id, order_id, position, number, seller_id, seller_slug, seller_type, seller_name_vi, seller_name_en,
                       seller_tax_code, seller_registration_no, seller_province_code, seller_commune_name, seller_phone,
                       seller_email, state, shipping_service, shipping_fee, shipping_days_min, shipping_days_max,
                       goods_total, total, currency, placed_at
                  FROM json_populate_recordset(CAST(NULL AS seller_order), CAST(:parts AS json))
            ), lines AS (
                INSERT INTO order_line
                    (seller_order_id, position, variant_id, listing_id, listing_slug, sku, name_vi, name_en, label_vi,
                     label_en, vat_class, weight_grams, sold_by_weight, picture_id, unit_price, quantity, line_total)
                SELECT seller_order_id, position, variant_id, listing_id, listing_slug, sku, name_vi, name_en, label_vi,
                       label_en, vat_class, weight_grams, sold_by_weight, picture_id, unit_price, quantity, line_total
                  FROM json_populate_recordset(CAST(NULL AS order_line), CAST(:lines AS json))
            )
            INSERT INTO seller_order_event (seller_order_id, from_state, to_state, actor, actor_id, note, happened_at)
            SELECT seller_order_id, from_state, to_state, actor, actor_id, note, happened_at
              FROM json_populate_recordset(CAST(NULL AS seller_order_event), CAST(:events AS json))
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    OrderInsertion(DatabaseClient database) {
        this.database = database;
        this.json = JsonMapper.builder().build();
    }

    Mono<Void> insert(Order order) {
        var parts = order.sellerOrders();
        return database.sql(INSERT)
                .bind("order", json.writeValueAsString(OrderRow.of(order)))
                .bind(
                        "parts",
                        json.writeValueAsString(IntStream.range(0, parts.size())
                                .mapToObj(index -> PartRow.of(order, parts.get(index), index + 1))
                                .toList()))
                .bind(
                        "lines",
                        json.writeValueAsString(parts.stream()
                                .flatMap(part -> part.lines().stream().map(line -> LineRow.of(part, line)))
                                .toList()))
                .bind(
                        "events",
                        json.writeValueAsString(parts.stream()
                                .flatMap(part -> part.events().stream().map(event -> EventRow.of(part, event)))
                                .toList()))
                .then();
    }

    // Rows as their tables name the columns, so the names stay as they are written.
    private record OrderRow(
            String id,
            String number,
            @Nullable String account_id,
            String access_token,
            String payment_method,
            @Nullable String payment_due_at,
            @Nullable String return_url,
            String contact_name,
            String contact_phone,
            @Nullable String contact_email,
            String province_code,
            String province_name_vi,
            String province_name_en,
            String commune_code,
            String commune_name_vi,
            String commune_name_en,
            String street,
            @Nullable String note,
            String language,
            long goods_total,
            long shipping_total,
            long total,
            String currency,
            String placed_at) {

        static OrderRow of(Order order) {
            var address = order.address();
            return new OrderRow(
                    order.id().value().toString(),
                    order.number().value(),
                    order.account() == null ? null : order.account().value().toString(),
                    order.accessToken(),
                    order.payment().method().name(),
                    textOrNull(order.payment().dueAt()),
                    textOrNull(order.payment().returnUrl()),
                    order.contact().name(),
                    order.contact().phone().value(),
                    order.contact().email(),
                    address.provinceCode(),
                    address.provinceNameVi(),
                    address.provinceNameEn(),
                    address.communeCode(),
                    address.communeNameVi(),
                    address.communeNameEn(),
                    address.street(),
                    order.note(),
                    order.language().tag(),
                    order.goodsTotal().minor(),
                    order.shippingTotal().minor(),
                    order.total().minor(),
                    order.total().currencyCode(),
                    order.placedAt().toString());
        }
    }

    private record PartRow(
            String id,
            String order_id,
            int position,
            String number,
            String seller_id,
            String seller_slug,
            String seller_type,
            String seller_name_vi,
            String seller_name_en,
            @Nullable String seller_tax_code,
            @Nullable String seller_registration_no,
            String seller_province_code,
            String seller_commune_name,
            @Nullable String seller_phone,
            @Nullable String seller_email,
            String state,
            String shipping_service,
            long shipping_fee,
            int shipping_days_min,
            int shipping_days_max,
            long goods_total,
            long total,
            String currency,
            String placed_at) {

        static PartRow of(Order order, SellerOrder part, int position) {
            var seller = part.seller();
            return new PartRow(
                    part.id().value().toString(),
                    order.id().value().toString(),
                    position,
                    part.number(),
                    seller.id().value().toString(),
                    seller.slug(),
                    seller.type(),
                    seller.nameVi(),
                    seller.nameEn(),
                    seller.taxCode(),
                    seller.registrationNo(),
                    seller.provinceCode(),
                    seller.communeName(),
                    seller.phone(),
                    seller.email(),
                    part.state().name().name(),
                    part.shipping().service().name(),
                    part.shipping().fee().minor(),
                    part.shipping().daysMin(),
                    part.shipping().daysMax(),
                    part.goodsTotal().minor(),
                    part.total().minor(),
                    part.total().currencyCode(),
                    order.placedAt().toString());
        }
    }

    private record LineRow(
            String seller_order_id,
            int position,
            String variant_id,
            String listing_id,
            String listing_slug,
            String sku,
            String name_vi,
            String name_en,
            String label_vi,
            String label_en,
            String vat_class,
            int weight_grams,
            boolean sold_by_weight,
            @Nullable String picture_id,
            long unit_price,
            int quantity,
            long line_total) {

        static LineRow of(SellerOrder part, OrderLine line) {
            return new LineRow(
                    part.id().value().toString(),
                    line.position(),
                    line.variant().value().toString(),
                    line.listing().value().toString(),
                    line.listingSlug(),
                    line.sku(),
                    line.nameVi(),
                    line.nameEn(),
                    line.labelVi(),
                    line.labelEn(),
                    line.vatClass(),
                    line.weightGrams(),
                    line.soldByWeight(),
                    line.pictureId(),
                    line.unitPrice().minor(),
                    line.quantity(),
                    line.total().minor());
        }
    }

    private record EventRow(
            String seller_order_id,
            @Nullable String from_state,
            String to_state,
            String actor,
            @Nullable String actor_id,
            @Nullable String note,
            String happened_at) {

        static EventRow of(SellerOrder part, OrderEvent event) {
            return new EventRow(
                    part.id().value().toString(),
                    textOrNull(event.from()),
                    event.to().name(),
                    event.actor().name(),
                    event.account() == null ? null : event.account().value().toString(),
                    event.note(),
                    event.at().toString());
        }
    }

    private static @Nullable String textOrNull(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
