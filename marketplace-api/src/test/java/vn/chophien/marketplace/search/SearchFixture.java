package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.chophien.listingindex.ListingDocument;
import vn.chophien.listingindex.ListingIndexConnection;
import vn.chophien.listingindex.ListingIndexSchema;
import vn.chophien.listingindex.ListingJson;

/** A small market that is hard to search, in the database and in the index. */
@TestComponent
class SearchFixture {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final DatabaseClient database;
    /** Its own, more patient one: creating an index takes longer than a search may. */
    private final ListingIndexConnection connection;

    private final SearchSettings settings;
    private final JsonMapper json = ListingJson.mapper();

    SearchFixture(DatabaseClient database, SearchSettings settings) {
        this.database = database;
        this.settings = settings;
        this.connection = ListingIndexConnection.open(settings.elasticsearchUrl(), PATIENCE, PATIENCE);
    }

    void open() {
        execute("""
                INSERT INTO seller (slug, type, name_vi, name_en, province_code, commune_name) VALUES
                ('doi-gio', 'HTX', 'Hợp tác xã Đồi Gió', 'Doi Gio Cooperative', '66', 'Xã Cư M''gar'),
                ('dong-xanh', 'HTX', 'Hợp tác xã Đồng Xanh', 'Dong Xanh Cooperative', '37', 'Xã Gia Viễn')
                """);
        execute("""
                INSERT INTO category (path, slug, parent_path, name_vi, name_en) VALUES
                ('do-uong', 'do-uong', NULL, 'Đồ uống', 'Drinks'),
                ('do-uong/ca-phe', 'ca-phe', 'do-uong', 'Cà phê', 'Coffee'),
                ('thuc-pham', 'thuc-pham', NULL, 'Thực phẩm', 'Food'),
                ('thuc-pham/trai-cay', 'trai-cay', 'thuc-pham', 'Trái cây', 'Fruit'),
                ('thuc-pham/rau-cu', 'rau-cu', 'thuc-pham', 'Rau củ', 'Vegetables'),
                ('thuc-pham/mat-ong', 'mat-ong', 'thuc-pham', 'Mật ong', 'Honey')
                """);
        list("CF-1", "doi-gio", "do-uong/ca-phe", "Cà phê Robusta rang mộc", "Robusta coffee beans", 98_000);
        list("CF-2", "doi-gio", "do-uong/ca-phe", "Cà phê bột pha phin", "Ground coffee for phin", 65_000);
        list("CF-3", "doi-gio", "do-uong/ca-phe", "Cà phê túi lọc vị chua thanh", "Coffee drip bags", 120_000);
        list("TM-1", "dong-xanh", "thuc-pham/rau-cu", "Cà chua bi Đà Lạt", "Cherry tomatoes", 45_000);
        list("YG-1", "dong-xanh", "thuc-pham", "Sữa chua nếp cẩm", "Black rice yogurt", 30_000);
        list("PA-1", "dong-xanh", "thuc-pham/trai-cay", "Dứa Tam Điệp", "Tam Diep pineapples", 25_000);
        list("CO-1", "dong-xanh", "thuc-pham/trai-cay", "Dừa xiêm gọt trọng", "Peeled green coconut", 18_000);
        list("ML-1", "dong-xanh", "thuc-pham/trai-cay", "Dưa lưới Gia Viễn", "Netted melon", 70_000);
        list("DU-1", "doi-gio", "thuc-pham/trai-cay", "Sầu riêng Ri6", "Ri6 durian", 320_000);
        list("HO-1", "doi-gio", "thuc-pham/mat-ong", "Mật ong hoa cà phê", "Coffee blossom honey", 150_000);
        list("TE-1", "doi-gio", "do-uong", "Trà vỏ cà phê", "Cascara tea", 88_000);
        certify("CF-1", 4, LocalDate.of(2999, 1, 1));
        certify("CF-2", 5, LocalDate.of(2020, 1, 1));
        rebuild();
    }

    /** Writes every document anew, as the indexer would. */
    void rebuild() {
        var client = connection.client();
        client.indices()
                .delete(delete -> delete.index(settings.alias()).ignoreUnavailable(true))
                .join();
        client.indices()
                .create(CreateIndexRequest.of(index -> index.withJson(new StringReader(ListingIndexSchema.json()))
                        .index(settings.alias())))
                .join();
        var documents = Objects.requireNonNull(database.sql(
                        "SELECT listing_id, document::text AS document FROM published_listing WHERE visible")
                .map(row -> document(
                        Objects.requireNonNull(row.get("listing_id", UUID.class)),
                        Objects.requireNonNull(row.get("document", String.class))))
                .all()
                .collectList()
                .block());
        for (var document : documents) {
            client.index(index -> index.index(settings.alias())
                            .id(document.id().toString())
                            .document(document))
                    .join();
        }
        client.indices().refresh(refresh -> refresh.index(settings.alias())).join();
    }

    /** As if the certificate had run out since the document was written. */
    void expireInIndex(String sku) {
        update(sku, new Validity("2026-01-01"));
    }

    void certifiedInIndex(String sku, String... keys) {
        update(sku, new Certificates(List.of(keys)));
    }

    void priceInIndex(String sku, long price) {
        update(sku, new Price(price));
    }

    private void update(String sku, Object fields) {
        var id = Objects.requireNonNull(database.sql("SELECT id FROM listing WHERE sku = :sku")
                .bind("sku", sku)
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .one()
                .block());
        connection
                .client()
                .update(
                        update -> update.index(settings.alias())
                                .id(id.toString())
                                .refresh(Refresh.True)
                                .doc(fields),
                        Object.class)
                .join();
    }

    private void list(String sku, String shop, String category, String nameVi, String nameEn, long price) {
        database.sql("""
                INSERT INTO listing (seller_id, sku, slug, category_path, name_vi, name_en, unit, province_code, commune_name,
                                     min_price, max_price, created_at)
                SELECT s.id, :sku, lower(:sku), :category, :nameVi, :nameEn, 'gói', s.province_code, s.commune_name, :price, :price,
                       TIMESTAMPTZ '2026-01-01' + make_interval(secs => :price)
                FROM seller s WHERE s.slug = :shop
                """)
                .bind("sku", sku)
                .bind("category", category)
                .bind("nameVi", nameVi)
                .bind("nameEn", nameEn)
                .bind("price", price)
                .bind("shop", shop)
                .then()
                .block();
    }

    private void certify(String sku, int stars, LocalDate until) {
        database.sql("""
                INSERT INTO ocop_certificate (listing_id, stars, decision_no, issued_on, valid_until)
                SELECT id, :stars, '1/QĐ-UBND', DATE '2019-06-01', :until FROM listing WHERE sku = :sku
                """)
                .bind("stars", stars)
                .bind("until", until)
                .bind("sku", sku)
                .then()
                .block();
    }

    private ListingDocument document(UUID id, String text) {
        var node = (ObjectNode) json.readTree(text);
        return json.treeToValue(node.put("id", id.toString()), ListingDocument.class);
    }

    private void execute(String sql) {
        database.sql(sql).then().block();
    }

    record Validity(String ocopValidUntil) {}

    record Certificates(List<String> certificateKeys) {}

    record Price(long minPrice) {}
}
