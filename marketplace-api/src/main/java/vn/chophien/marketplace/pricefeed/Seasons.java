package vn.chophien.marketplace.pricefeed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.sql.Columns;

/** When commodities are harvested where, as far as somebody has looked it up; empty for what is not known. */
@Repository
class Seasons {
    private final DatabaseClient database;

    Seasons(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The harvest of a commodity in a province.
     *
     * @param months 1 to 12 in the order of the season, which may go over the end of a year
     * @param source who says so
     */
    record Season(String commodityCode, String provinceCode, List<Integer> months, String source, String sourceUrl) {}

    /** In the order of the provinces' codes. */
    Flux<Season> of(String commodity, @Nullable String province, Language language) {
        return database.sql("""
                        SELECT s.commodity_code, s.province_code, s.harvest_months, s.source_%s AS source, s.source_url
                        FROM commodity_season s
                        WHERE s.commodity_code = upper(:commodity) AND (:province = '' OR s.province_code = :province)
                        ORDER BY s.province_code
                        """.formatted(language.tag()))
                .bind("commodity", commodity)
                .bind("province", province == null ? "" : province)
                .map(row -> new Season(
                        Columns.text(row, "commodity_code"),
                        Columns.text(row, "province_code"),
                        Columns.numbers(row, "harvest_months"),
                        Columns.text(row, "source"),
                        Columns.text(row, "source_url")))
                .all();
    }
}
