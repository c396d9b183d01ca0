package vn.chophien.marketplace.seller;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** Takes sellers over from elsewhere. A seller is known by its slug: one that is there already is left as it is. */
@Repository
public class SellerImport {
    private final DatabaseClient database;

    SellerImport(DatabaseClient database) {
        this.database = database;
    }

    /** Whether the market has a shop at all. */
    public Mono<Boolean> isEmpty() {
        return database.sql("SELECT NOT EXISTS (SELECT FROM seller) AS nobody")
                .map(row -> Columns.flag(row, "nobody"))
                .one();
    }

    public Mono<Void> add(Seller seller) {
        return database.sql("""
                INSERT INTO seller (id, slug, type, name_vi, name_en, tax_code, registration_no, province_code, commune_code,
                                    commune_name, story_vi, story_en, founded_year, members_count, phone, email)
                VALUES (:id, :slug, :type, :nameVi, :nameEn, :taxCode, :registrationNo, :province, :communeCode,
                        :communeName, :storyVi, :storyEn, :foundedYear, :membersCount, :phone, :email)
                ON CONFLICT (slug) DO NOTHING
                """)
                .bind("id", seller.id().value())
                .bind("slug", seller.slug())
                .bind("type", seller.type().name())
                .bind("nameVi", seller.nameVi())
                .bind("nameEn", seller.nameEn())
                .bind("taxCode", Binds.text(digitsOf(seller.taxCode())))
                .bind("registrationNo", Binds.text(seller.registrationNo()))
                .bind("province", seller.provinceCode())
                .bind("communeCode", Binds.text(seller.communeCode()))
                .bind("communeName", seller.communeName())
                .bind("storyVi", seller.storyVi())
                .bind("storyEn", seller.storyEn())
                .bind("foundedYear", Binds.integer(seller.foundedYear()))
                .bind("membersCount", Binds.integer(seller.membersCount()))
                .bind("phone", Binds.text(seller.phone()))
                .bind("email", Binds.text(seller.email()))
                .then();
    }

    public Mono<Map<String, SellerId>> idsBySlug() {
        return database.sql("SELECT s.slug, s.id FROM seller s")
                .map(row -> Map.entry(Columns.text(row, "slug"), new SellerId(Columns.uuid(row, "id"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** The shop that joined first. */
    public Mono<SellerId> first() {
        return database.sql("SELECT s.id FROM seller s ORDER BY s.position LIMIT 1")
                .map(row -> new SellerId(Columns.uuid(row, "id")))
                .one();
    }

    /** Gives the shop to the account, unless the account runs one already. */
    public Mono<Void> makeOwner(SellerId seller, AccountId account) {
        return database.sql("""
                INSERT INTO seller_member (seller_id, account_id, role) VALUES (:seller, :account, 'OWNER')
                ON CONFLICT DO NOTHING
                """)
                .bind("seller", seller.value())
                .bind("account", account.value())
                .then();
    }

    private static @Nullable String digitsOf(@Nullable TaxCode taxCode) {
        return taxCode == null ? null : taxCode.digits();
    }
}
