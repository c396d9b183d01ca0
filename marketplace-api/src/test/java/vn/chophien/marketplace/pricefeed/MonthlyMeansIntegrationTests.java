package vn.chophien.marketplace.pricefeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.pricefeed.desk.DeskFixture;
import vn.chophien.marketplace.sql.Columns;

/** What the database sums up of each month is what the record says of its days, in every state there has been. */
@MarketplaceTest
class MonthlyMeansIntegrationTests {
    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private PriceSeriesImport prices;

    @Autowired
    private Observations observations;

    @Autowired
    private DatabaseClient database;

    @Test
    void followCorrectionsRangesAndWithdrawals() {
        var desk = new DeskFixture(client, accounts, prices);
        var code = desk.series("2026-09-30,11900", "2026-10-01,12000", "2026-10-31,12100.55", "2026-11-02,12050");
        desk.published(code, "2026-10-01", "\"price\":12500,\"reason\":\"Nhầm cột\"");
        desk.published(code, "2026-11-03", "\"price_min\":12100,\"price_max\":12501");
        desk.published(code, "2026-09-30", "\"status\":\"WITHDRAWN\",\"reason\":\"Chợ không họp\"");
        desk.published(code, "2026-09-29", "\"price_min\":12000.0001,\"price_max\":12000.0002");
        desk.published(code, "2026-08-28", "\"price_min\":12000.0002,\"price_max\":12000.0003");
        desk.published(code, "2026-09-30", "\"price\":11800");
        int id = one("SELECT id AS value FROM price_series WHERE code = '" + code + "'");
        int last = one("SELECT MAX(vintage) AS value FROM price_publication");
        for (int vintage = last - 8; vintage <= last; vintage++) {
            assertAlike(means(id, vintage), ofDays(id, vintage));
        }
        assertThat(means(id, last))
                .containsEntry(LocalDate.of(2026, 8, 1), 12000.0002)
                .containsEntry(LocalDate.of(2026, 9, 1), 11900.0001)
                .containsOnlyKeys(
                        LocalDate.of(2026, 8, 1),
                        LocalDate.of(2026, 9, 1),
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2026, 11, 1));
    }

    @Test
    void ofAllBundledSeriesAreTheMeansOfTheirDays() {
        prices.loadBundled().block();
        int last = one("SELECT MAX(vintage) AS value FROM price_publication");
        List<Integer> ids = Objects.requireNonNull(database.sql("SELECT id FROM price_series")
                .map(row -> Columns.integer(row, "id"))
                .all()
                .collectList()
                .block());
        var means = Objects.requireNonNull(observations.monthlyMeans(ids, last).block());
        assertThat(ids).hasSizeGreaterThan(20);
        for (int id : ids) {
            assertAlike(means.getOrDefault(id, new TreeMap<>()), ofDays(id, last));
        }
    }

    @Test
    void areNeverChanged() {
        new DeskFixture(client, accounts, prices).series("2026-11-18,12000");
        assertThatThrownBy(() -> database.sql("UPDATE price_month SET total = total + 1")
                        .then()
                        .block())
                .hasMessageContaining("never changed");
    }

    /** The database sums up exactly and rounds once, floating point may round each time. */
    private static void assertAlike(Map<LocalDate, Double> summedUp, Map<LocalDate, Double> ofDays) {
        assertThat(summedUp).containsOnlyKeys(ofDays.keySet());
        ofDays.forEach((month, mean) ->
                assertThat(summedUp.get(month)).as(month.toString()).isCloseTo(mean, withinPercentage(1e-11)));
    }

    private Map<LocalDate, Double> means(int id, int vintage) {
        return Objects.requireNonNull(
                        observations.monthlyMeans(List.of(id), vintage).block())
                .getOrDefault(id, new TreeMap<>());
    }

    private Map<LocalDate, Double> ofDays(int id, int vintage) {
        return Objects.requireNonNull(observations
                        .between(id, null, null, vintage)
                        .collectList()
                        .block())
                .stream()
                .collect(Collectors.groupingBy(
                        observation -> observation.validOn().withDayOfMonth(1),
                        TreeMap::new,
                        Collectors.averagingDouble(
                                observation -> observation.price().middle().doubleValue())));
    }

    private int one(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Columns.integer(row, "value"))
                .one()
                .block());
    }
}
