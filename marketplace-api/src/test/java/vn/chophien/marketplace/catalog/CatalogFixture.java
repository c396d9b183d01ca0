package vn.chophien.marketplace.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.chophien.marketplace.certification.OcopCertificate;
import vn.chophien.marketplace.certification.OcopCertificates;
import vn.chophien.marketplace.inventory.StockLevels;
import vn.chophien.marketplace.seller.Seller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.seller.SellerImport;
import vn.chophien.marketplace.seller.SellerType;
import vn.chophien.marketplace.sql.Columns;

/** Shops and listings for tests; every one has names of its own, so that tests can share a database. */
public final class CatalogFixture {
    public static final String CATEGORY = "thuc-pham-thu/mat-ong";

    private final SellerImport sellers;
    private final Categories categories;
    private final ListingImport listings;
    private final StockLevels stock;
    private final OcopCertificates certificates;
    private final DatabaseClient database;

    public CatalogFixture(ApplicationContext application) {
        this.sellers = application.getBean(SellerImport.class);
        this.categories = application.getBean(Categories.class);
        this.listings = application.getBean(ListingImport.class);
        this.stock = application.getBean(StockLevels.class);
        this.certificates = application.getBean(OcopCertificates.class);
        this.database = application.getBean(DatabaseClient.class);
        categories
                .save(new Category("thuc-pham-thu", "thuc-pham-thu", null, "Thực phẩm thử", "Test food", null, 9_000))
                .block();
        categories
                .save(new Category(CATEGORY, "mat-ong", "thuc-pham-thu", "Mật ong thử", "Test honey", null, 9_001))
                .block();
    }

    public Seller shop() {
        var name = unique();
        var seller = new Seller(
                SellerId.generate(),
                "htx-" + name,
                SellerType.HTX,
                "Hợp tác xã " + name,
                "Cooperative " + name,
                null,
                "DEMO-HTX-" + name,
                "66",
                null,
                "Xã Cư M’gar",
                "Chuyện",
                "Story",
                2015,
                12,
                "0900 000 101",
                name + "@example.vn");
        sellers.add(seller).block();
        return seller;
    }

    /** A listing with one variant for each price, ten of each in stock. */
    public NewListing listing(Seller seller, String nameVi, long... prices) {
        var sku = "T-" + unique();
        var variants = IntStream.range(0, prices.length)
                .mapToObj(index -> new NewListing.NewVariant(
                        VariantId.generate(),
                        sku + "-" + index,
                        "Cỡ " + index,
                        "Size " + index,
                        prices[index],
                        500,
                        false))
                .toList();
        var listing = new NewListing(
                ListingId.generate(),
                seller.id(),
                sku,
                ListingSlug.distinct(nameVi, sku),
                CATEGORY,
                nameVi,
                "English " + nameVi,
                "Mô tả",
                "Description",
                "chai",
                List.of("mật ong"),
                List.of("honey"),
                List.of("VietGAP"),
                false,
                false,
                365,
                "RAW",
                List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
                List.of(),
                List.of("mật"),
                List.of("qua-tet"),
                true,
                "66",
                null,
                "Xã Cư M’gar",
                Instant.now(),
                variants);
        listings.add(List.of(listing)).block();
        for (var variant : variants) {
            stock.initialise(Map.of(variant.id(), 10)).block();
        }
        return listing;
    }

    public void certify(NewListing listing, int stars, LocalDate issuedOn, LocalDate validUntil) {
        certificates
                .add(List.of(new OcopCertificate(listing.id(), stars, "1/QĐ-" + unique(), issuedOn, validUntil, null)))
                .block();
    }

    /** The version of the mark that waits for the indexer. */
    public long markOf(NewListing listing) {
        return Objects.requireNonNull(
                database.sql("SELECT m.version FROM listing_index_mark m WHERE m.listing_id = :id")
                        .bind("id", listing.id().value())
                        .map(row -> Columns.number(row, "version"))
                        .one()
                        .block());
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
