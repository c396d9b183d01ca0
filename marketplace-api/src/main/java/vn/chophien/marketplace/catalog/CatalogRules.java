package vn.chophien.marketplace.catalog;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/** The rules that propose facts about a listing, as they stand in the database. */
@Repository
public class CatalogRules {
    private final DatabaseClient database;

    CatalogRules(DatabaseClient database) {
        this.database = database;
    }

    public Mono<CommodityRules> commodities() {
        return database.sql("""
                SELECT r.commodity_code, r.relation, r.category_path, r.name_pattern, r.except_pattern
                FROM commodity_rule r ORDER BY r.position
                """)
                .map(CatalogRules::commodityRule)
                .all()
                .collectList()
                .map(CommodityRules::new);
    }

    /** In force on the day. */
    public Mono<VatClassRules> vatClasses(LocalDate day) {
        return database.sql("""
                SELECT r.category_path, r.vat_class FROM vat_class_rule r
                WHERE r.valid_from <= :day AND (r.valid_to IS NULL OR r.valid_to >= :day)
                """)
                .bind("day", day)
                .map(row -> Map.entry(Columns.text(row, "category_path"), Columns.text(row, "vat_class")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(VatClassRules::new);
    }

    private static CommodityRules.Rule commodityRule(Readable row) {
        var except = Columns.textOrNull(row, "except_pattern");
        return new CommodityRules.Rule(
                Columns.text(row, "commodity_code"),
                CommodityRelation.valueOf(Columns.text(row, "relation")),
                Columns.text(row, "category_path"),
                Pattern.compile(Columns.text(row, "name_pattern")),
                except == null ? null : Pattern.compile(except));
    }
}
