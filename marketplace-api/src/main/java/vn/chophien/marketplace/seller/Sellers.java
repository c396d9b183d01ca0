package vn.chophien.marketplace.seller;

import io.r2dbc.spi.Readable;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Columns;

/** The sellers of the market; absent ones are empty. */
@Repository
public class Sellers {
    private static final String COLUMNS = """
            s.id, s.slug, s.type, s.name_vi, s.name_en, s.tax_code, s.registration_no, s.province_code, s.commune_code,
            s.commune_name, s.story_vi, s.story_en, s.founded_year, s.members_count, s.phone, s.email
            """;

    /** The columns of a seller {@code s} that is read together with something else, for {@link #fromJoinedRow}. */
    public static final String JOINED_COLUMNS =
            COLUMNS.strip().replaceAll("s\\.(\\w+)", "s.$1 AS " + Sellers.JOINED + "$1");

    private static final String JOINED = "seller_";

    private final DatabaseClient database;

    Sellers(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Seller> find(SellerId id) {
        return database.sql("SELECT " + COLUMNS + " FROM seller s WHERE s.id = :id")
                .bind("id", id.value())
                .map(Sellers::fromRow)
                .one();
    }

    public Mono<Seller> findBySlug(String slug) {
        return database.sql("SELECT " + COLUMNS + " FROM seller s WHERE s.slug = :slug")
                .bind("slug", slug)
                .map(Sellers::fromRow)
                .one();
    }

    public Flux<Seller> findAll(Collection<SellerId> ids) {
        return database.sql("SELECT " + COLUMNS + " FROM seller s WHERE s.id = ANY(:ids) ORDER BY s.position")
                .bind("ids", ids.stream().map(SellerId::value).toArray(UUID[]::new))
                .map(Sellers::fromRow)
                .all();
    }

    /** Shops whose Vietnamese or English name contains these words, in the order in which they joined; marks and capitals do not matter. */
    public Flux<Placed> search(String words, long after, int size) {
        return database.sql("SELECT s.position, " + COLUMNS + """
                  FROM seller s
                 WHERE s.position > :after
                   AND position(:words IN lower(regexp_replace(
                           normalize(translate(s.name_vi || ' ' || s.name_en, 'đĐ', 'dd'), NFD), '[\u0300-\u036f]', '', 'g'))) > 0
                 ORDER BY s.position LIMIT :size
                """)
                .bind("after", after)
                .bind("words", folded(words.strip()))
                .bind("size", size)
                .map(row -> new Placed(Columns.number(row, "position"), fromRow(row)))
                .all();
    }

    private static String folded(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }

    /** The shop this account runs. */
    public Mono<SellerId> ownedBy(AccountId account) {
        return database.sql("SELECT m.seller_id FROM seller_member m WHERE m.account_id = :account")
                .bind("account", account.value())
                .map(row -> new SellerId(Columns.uuid(row, "seller_id")))
                .one();
    }

    public static Seller fromJoinedRow(Readable row) {
        return seller(row, JOINED);
    }

    private static Seller fromRow(Readable row) {
        return seller(row, "");
    }

    private static Seller seller(Readable row, String prefix) {
        var taxCode = Columns.textOrNull(row, prefix + "tax_code");
        return new Seller(
                new SellerId(Columns.uuid(row, prefix + "id")),
                Columns.text(row, prefix + "slug"),
                SellerType.valueOf(Columns.text(row, prefix + "type")),
                Columns.text(row, prefix + "name_vi"),
                Columns.text(row, prefix + "name_en"),
                taxCode == null ? null : new TaxCode(taxCode),
                Columns.textOrNull(row, prefix + "registration_no"),
                Columns.text(row, prefix + "province_code"),
                Columns.textOrNull(row, prefix + "commune_code"),
                Columns.text(row, prefix + "commune_name"),
                Columns.text(row, prefix + "story_vi"),
                Columns.text(row, prefix + "story_en"),
                Columns.integerOrNull(row, prefix + "founded_year"),
                Columns.integerOrNull(row, prefix + "members_count"),
                Columns.textOrNull(row, prefix + "phone"),
                Columns.textOrNull(row, prefix + "email"));
    }

    /** @param position after whom the next page begins */
    public record Placed(long position, Seller seller) {}
}
