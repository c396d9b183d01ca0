package vn.chophien.marketplace.catalog;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.PageResponse;

/** Listings for sale as cards, with price and stock straight from the database. */
@Repository
public class ListingCards {
    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /**
     * Wants a table {@code page (id, page_key, place)}. Each part is looked up for the listings of the page only; the LIMIT of
     * the certificate keeps the planner from sorting all certificates of the market first.
     */
    private static final String CARDS = """
            SELECT l.id, l.sku, l.slug, l.name_%1$s AS name, l.min_price, l.max_price, l.currency,
                   %2$s AS unit, l.rating_sum, l.rating_count, l.organic,
                   s.slug AS shop_slug, s.name_%1$s AS shop_name, p.code AS province_code, p.name_%1$s AS province_name,
                   a.in_stock, o.stars, lp.picture_id, lp.alt_%1$s AS picture_alt, page.page_key
            FROM page
            JOIN listing l ON l.id = page.id
            JOIN seller s ON s.id = l.seller_id
            JOIN province p ON p.code = l.province_code
            LEFT JOIN sales_unit u ON u.name_vi = l.unit
            CROSS JOIN LATERAL (
                SELECT COALESCE(bool_or(v.available > 0), FALSE) AS in_stock
                FROM variant_availability v WHERE v.listing_id = l.id
            ) a
            LEFT JOIN LATERAL (
                SELECT c.stars FROM valid_ocop_certificate c WHERE c.listing_id = l.id LIMIT 1
            ) o ON TRUE
            LEFT JOIN LATERAL (
                SELECT b.picture_id, b.alt_vi, b.alt_en FROM listing_picture b
                WHERE b.listing_id = l.id ORDER BY b.position LIMIT 1
            ) lp ON TRUE
            ORDER BY page.place
            """;

    private final DatabaseClient database;
    private final InstantSource clock;

    ListingCards(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those of the given listings that are for sale, in the order of the ids. */
    public Flux<ListingCard> findAll(Collection<ListingId> ids, Language language) {
        return database.sql("""
                WITH page AS (
                    SELECT l.id, '' AS page_key, i.place
                    FROM unnest(:ids) WITH ORDINALITY AS i (id, place)
                    JOIN listing l ON l.id = i.id
                    WHERE l.on_sale
                )
                """ + cards(language))
                .bind("ids", ids.stream().map(ListingId::value).toArray(UUID[]::new))
                .map(ListingCards::fromRow)
                .all()
                .map(Keyed::card);
    }

    Mono<PageResponse<ListingCard>> page(
            ListingSelection selection, @Nullable String cursor, int pageSize, Language language) {
        var conditions = new ArrayList<>(List.of("l.on_sale"));
        var binds = new HashMap<String, Object>();
        narrow(selection, conditions, binds);
        if (cursor != null) {
            var after = Cursor.decode(cursor);
            conditions.add(selection.sort().afterCursor());
            binds.putAll(keyOf(after, selection.sort()));
        }
        binds.put("limit", pageSize + 1);
        var sort = selection.sort();
        var page = """
                WITH page AS (
                    SELECT l.id, %1$s AS page_key, row_number() OVER (ORDER BY %2$s) AS place
                    FROM listing l
                    WHERE %3$s
                    ORDER BY %2$s
                    LIMIT :limit
                )
                """.formatted(sort.keyAsText(), sort.orderBy(), String.join(" AND ", conditions));
        return database.sql(page + cards(language))
                .bindValues(binds)
                .map(ListingCards::fromRow)
                .all()
                .collectList()
                .map(rows -> pageOf(rows, pageSize));
    }

    private void narrow(ListingSelection selection, List<String> conditions, Map<String, Object> binds) {
        if (selection.shop() != null) {
            conditions.add("l.seller_id = (SELECT s.id FROM seller s WHERE s.slug = :shop)");
            binds.put("shop", selection.shop());
        }
        if (selection.category() != null) {
            conditions.add("(l.category_path = :category OR l.category_path LIKE :descendants)");
            binds.put("category", selection.category());
            binds.put("descendants", LikePatterns.startingWith(selection.category() + "/"));
        }
        switch (selection.collection()) {
            case IN_SEASON -> {
                conditions.add("l.harvest_months @> ARRAY[CAST(:month AS smallint)]");
                binds.put("month", clock.instant().atZone(VIETNAM).getMonthValue());
            }
            // Asked listing by listing, so that a page ends as soon as it is full.
            case OCOP -> conditions.add("(SELECT TRUE FROM valid_ocop_certificate c WHERE c.listing_id = l.id)");
            case GIFT -> conditions.add("l.tags @> ARRAY['qua-tet']");
            case NEW -> {}
            case null -> {}
        }
    }

    private static Map<String, Object> keyOf(List<String> cursor, ListingSort sort) {
        if (cursor.size() != 2) {
            throw Cursor.invalid();
        }
        try {
            return Map.of("key", sort.keyFromText(cursor.getFirst()), "id", UUID.fromString(cursor.getLast()));
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }

    private static PageResponse<ListingCard> pageOf(List<Keyed> rows, int pageSize) {
        var items = rows.stream().limit(pageSize).map(Keyed::card).toList();
        if (rows.size() <= pageSize) {
            return new PageResponse<>(items, null, null);
        }
        var last = rows.get(pageSize - 1);
        return new PageResponse<>(
                items, Cursor.encode(last.key(), last.card().id().toString()), null);
    }

    private static String cards(Language language) {
        return CARDS.formatted(language.tag(), unit(language));
    }

    /** The word for one piece; wants {@code sales_unit u} joined. */
    static String unit(Language language) {
        return switch (language) {
            case VI -> "l.unit";
            case EN -> "COALESCE(u.name_en, l.unit)";
        };
    }

    private static Keyed fromRow(Readable row) {
        var card = new ListingCard(
                Columns.uuid(row, "id"),
                Columns.text(row, "sku"),
                Columns.text(row, "slug"),
                Columns.text(row, "name"),
                Columns.number(row, "min_price"),
                Columns.number(row, "max_price"),
                Columns.text(row, "currency"),
                Columns.text(row, "unit"),
                Columns.flag(row, "in_stock"),
                Columns.integerOrNull(row, "stars"),
                ratingAverage(Columns.number(row, "rating_sum"), Columns.number(row, "rating_count")),
                Columns.integer(row, "rating_count"),
                PictureResponse.ofNullable(
                        Columns.textOrNull(row, "picture_id"), Columns.textOrNull(row, "picture_alt")),
                new ListingCard.ShopName(Columns.text(row, "shop_slug"), Columns.text(row, "shop_name")),
                new ListingCard.ProvinceName(Columns.text(row, "province_code"), Columns.text(row, "province_name")),
                Columns.flag(row, "organic"));
        return new Keyed(Columns.text(row, "page_key"), card);
    }

    static @Nullable BigDecimal ratingAverage(long sum, long count) {
        return count == 0 ? null : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), 1, RoundingMode.HALF_UP);
    }

    private record Keyed(String key, ListingCard card) {}
}
