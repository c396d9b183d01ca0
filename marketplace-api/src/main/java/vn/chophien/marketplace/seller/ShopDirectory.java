package vn.chophien.marketplace.seller;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.PageResponse;

/** Shops as the public sees them, with the number of their listings for sale. */
@Repository
class ShopDirectory {
    private static final String SHOPS = """
            SELECT s.id, s.slug, s.name_%1$s AS name, s.type, s.story_%1$s AS story, s.province_code,
                   p.name_%1$s AS province_name, s.commune_code, s.commune_name, s.phone, s.email, s.tax_code,
                   s.registration_no, s.founded_year, s.members_count, s.position,
                   COALESCE((SELECT c.listing_count FROM shop_listing_count c WHERE c.seller_id = s.id), 0) AS listing_count
            FROM seller s
            JOIN province p ON p.code = s.province_code
            """;

    private final DatabaseClient database;
    private final Places places;

    ShopDirectory(DatabaseClient database, Places places) {
        this.database = database;
        this.places = places;
    }

    Mono<ShopResponse> find(String slug, Language language) {
        return database.sql(SHOPS.formatted(language.tag()) + " WHERE s.slug = :slug")
                .bind("slug", slug)
                .map(row -> fromRow(row, language))
                .one();
    }

    Mono<ShopResponse> find(SellerId id, Language language) {
        return database.sql(SHOPS.formatted(language.tag()) + " WHERE s.id = :id")
                .bind("id", id.value())
                .map(row -> fromRow(row, language))
                .one();
    }

    /** In the order in which shops joined. */
    Mono<PageResponse<ShopResponse>> page(
            @Nullable String province, @Nullable String cursor, int pageSize, Language language) {
        return database.sql(SHOPS.formatted(language.tag()) + """
                        WHERE s.position > :after AND (CAST(:province AS text) IS NULL OR s.province_code = :province)
                        ORDER BY s.position
                        LIMIT :limit
                        """)
                .bind("after", cursor == null ? 0L : positionOf(cursor))
                .bind("province", Binds.text(province))
                .bind("limit", pageSize + 1)
                .map(row -> new Placed(Columns.number(row, "position"), fromRow(row, language)))
                .all()
                .collectList()
                .map(rows -> pageOf(rows, pageSize));
    }

    private static long positionOf(String cursor) {
        var parts = Cursor.decode(cursor);
        try {
            return Long.parseLong(parts.getFirst());
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid();
        }
    }

    private static PageResponse<ShopResponse> pageOf(List<Placed> rows, int pageSize) {
        var items = rows.stream().limit(pageSize).map(Placed::shop).toList();
        var next = rows.size() > pageSize
                ? Cursor.encode(Long.toString(rows.get(pageSize - 1).position()))
                : null;
        return new PageResponse<>(items, next, null);
    }

    private ShopResponse fromRow(Readable row, Language language) {
        var taxCode = Columns.textOrNull(row, "tax_code");
        return new ShopResponse(
                Columns.uuid(row, "id"),
                Columns.text(row, "slug"),
                Columns.text(row, "name"),
                SellerType.valueOf(Columns.text(row, "type")),
                Columns.text(row, "story"),
                new ShopResponse.ProvinceName(Columns.text(row, "province_code"), Columns.text(row, "province_name")),
                commune(row, language),
                Columns.textOrNull(row, "phone"),
                Columns.textOrNull(row, "email"),
                taxCode == null ? null : new TaxCode(taxCode).display(),
                Columns.textOrNull(row, "registration_no"),
                Columns.integerOrNull(row, "founded_year"),
                Columns.integerOrNull(row, "members_count"),
                Columns.number(row, "listing_count"));
    }

    /** The official name in the reader's language where the code is known, else what the seller wrote. */
    private String commune(Readable row, Language language) {
        var written = Columns.text(row, "commune_name");
        var code = Columns.textOrNull(row, "commune_code");
        return code == null
                ? written
                : places.commune(code)
                        .map(commune -> commune.fullName(language))
                        .orElse(written);
    }

    private record Placed(long position, ShopResponse shop) {}
}
