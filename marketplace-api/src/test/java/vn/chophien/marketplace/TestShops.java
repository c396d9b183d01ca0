package vn.chophien.marketplace;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.sql.Columns;

/** Shops with goods for tests, each call its own. */
public final class TestShops {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final DatabaseClient database;

    public TestShops(DatabaseClient database) {
        this.database = database;
    }

    /** A cooperative in this province, e.g. 66 for Đắk Lắk. */
    public TestShop shopIn(String provinceCode) {
        var number = COUNTER.incrementAndGet();
        var shop = new TestShop(SellerId.generate(), "hop-tac-xa-" + number);
        database.sql("""
                INSERT INTO seller (id, slug, type, name_vi, name_en, province_code, commune_name, phone, registration_no)
                VALUES (:id, :slug, 'HTX', :name_vi, :name_en, :province, 'Xã Cư M’gar', '0900000101', 'DEMO-1')
                """)
                .bind("id", shop.id().value())
                .bind("slug", shop.slug())
                .bind("name_vi", "Hợp tác xã " + number)
                .bind("name_en", "Cooperative " + number)
                .bind("province", provinceCode)
                .then()
                .then(database.sql("""
                        INSERT INTO category (path, slug, name_vi, name_en) VALUES ('thu', 'thu', 'Thử', 'Test')
                        ON CONFLICT (path) DO NOTHING
                        """).then())
                .block();
        return shop;
    }

    /** Goods of a shop: its price in đồng, weight in grams, and how many there are. */
    public TestGoods goods(TestShop shop, long price, int weightGrams, int onHand) {
        var number = COUNTER.incrementAndGet();
        var goods = new TestGoods(ListingId.generate(), VariantId.generate(), "SKU-" + number);
        database.sql("""
                INSERT INTO listing (id, seller_id, sku, slug, category_path, name_vi, name_en, unit, province_code,
                                     commune_name, min_price, max_price)
                VALUES (:id, :seller, :sku, :slug, 'thu', :name_vi, :name_en, 'hộp', '66', 'Xã Cư M’gar', :price, :price)
                """)
                .bind("id", goods.listing().value())
                .bind("seller", shop.id().value())
                .bind("sku", goods.sku())
                .bind("slug", "hang-" + number)
                .bind("name_vi", "Cà phê " + number)
                .bind("name_en", "Coffee " + number)
                .bind("price", price)
                .then()
                .then(database.sql("""
                        INSERT INTO listing_variant (id, listing_id, sku, label_vi, label_en, price, weight_grams, position)
                        VALUES (:id, :listing, :sku, 'Hộp', 'Box', :price, :weight, 1)
                        """)
                        .bind("id", goods.variant().value())
                        .bind("listing", goods.listing().value())
                        .bind("sku", goods.sku() + "-1")
                        .bind("price", price)
                        .bind("weight", weightGrams)
                        .then())
                .then(database.sql("INSERT INTO stock_level (variant_id, on_hand) VALUES (:id, :on_hand)")
                        .bind("id", goods.variant().value())
                        .bind("on_hand", onHand)
                        .then())
                .block();
        return goods;
    }

    public void setPrice(TestGoods goods, long price) {
        database.sql("UPDATE listing_variant SET price = :price WHERE id = :id")
                .bind("id", goods.variant().value())
                .bind("price", price)
                .then()
                .block();
    }

    /** On hand and reserved. */
    public List<Integer> stock(TestGoods goods) {
        return Objects.requireNonNull(database.sql("SELECT on_hand, reserved FROM stock_level WHERE variant_id = :id")
                .bind("id", goods.variant().value())
                .map(row -> List.of(Columns.integer(row, "on_hand"), Columns.integer(row, "reserved")))
                .one()
                .block());
    }

    public record TestShop(SellerId id, String slug) {}

    public record TestGoods(ListingId listing, VariantId variant, String sku) {
        public UUID variantId() {
            return variant.value();
        }
    }
}
