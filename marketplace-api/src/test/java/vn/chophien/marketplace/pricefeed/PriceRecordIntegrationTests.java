package vn.chophien.marketplace.pricefeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.sql.Columns;

/** The record against a simple model of it: a list of whole states. */
@MarketplaceTest
class PriceRecordIntegrationTests {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 6;

    @Autowired
    private PriceSeriesImport prices;

    @Autowired
    private SeriesCatalog catalog;

    @Autowired
    private PriceRecord record;

    @Autowired
    private Observations observations;

    @Autowired
    private DatabaseClient database;

    /** A state of the record: of each series its prices by day. */
    private record State(Map<Integer, TreeMap<LocalDate, Publication.Entry>> series) {
        State copy() {
            var copy = new HashMap<Integer, TreeMap<LocalDate, Publication.Entry>>();
            series.forEach((id, days) -> copy.put(id, new TreeMap<>(days)));
            return new State(copy);
        }

        TreeMap<LocalDate, Publication.Entry> of(int id) {
            return series.computeIfAbsent(id, key -> new TreeMap<>());
        }
    }

    private record Counts(int added, int corrected, int withdrawn) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyVintageOfARandomHistoryIsAsTheModelSays(long seed) {
        var random = new Random(seed);
        var series = newSeries(3);
        var state = new State(new HashMap<>());
        var everKnown = new ArrayList<List<Object>>();
        var states = new TreeMap<Integer, State>();
        for (int round = 0; round < 12; round++) {
            var entries = randomEntries(random, series);
            var expected = apply(state, entries, everKnown);
            var publication = publish(entries);
            assertThat(new Counts(publication.added(), publication.corrected(), publication.withdrawn()))
                    .as("round %d", round)
                    .isEqualTo(expected);
            states.put(publication.vintage(), state.copy());
        }
        states.forEach((vintage, then) -> series.forEach(id -> assertIsAsThen(id, vintage, then)));
    }

    private void assertIsAsThen(int id, int vintage, State then) {
        var expected = then.of(id).values().stream()
                .map(entry ->
                        List.of(entry.validOn(), Objects.requireNonNull(entry.price()), entry.status(), entry.remark()))
                .toList();
        assertThat(observations.between(id, null, null, vintage).collectList().block())
                .extracting(found -> List.<Object>of(found.validOn(), found.price(), found.status(), found.remark()))
                .isEqualTo(expected);
        var extent = observations.extent(id, vintage).blockOptional();
        assertThat(extent.map(Observations.Extent::count).orElse(0L)).isEqualTo(expected.size());
        var last = Objects.requireNonNull(
                        observations.lastOf(List.of(id), 2, vintage).block())
                .getOrDefault(id, List.of());
        assertThat(last)
                .extracting(found -> List.<Object>of(found.validOn(), found.price(), found.status(), found.remark()))
                .isEqualTo(expected.subList(Math.max(0, expected.size() - 2), expected.size()));
    }

    private static List<Publication.Entry> randomEntries(Random random, List<Integer> series) {
        var entries = new HashMap<List<Object>, Publication.Entry>();
        for (int count = random.nextInt(6); count >= 0; count--) {
            int id = series.get(random.nextInt(series.size()));
            var day = FIRST.plusDays(random.nextInt(DAYS));
            var low = new BigDecimal(1_000 + 1_000 * random.nextInt(3));
            var price = new Price(low, low.add(new BigDecimal(500 * random.nextInt(2))));
            entries.put(
                    List.of(id, day),
                    random.nextInt(4) == 0
                            ? Publication.Entry.withdrawal(id, day, "Nhầm " + random.nextInt(2))
                            : new Publication.Entry(
                                    id,
                                    day,
                                    price,
                                    random.nextBoolean() ? Status.FINAL : Status.PRELIMINARY,
                                    random.nextInt(3) == 0 ? Remark.note("Tăng") : Remark.NONE));
        }
        return List.copyOf(entries.values());
    }

    /** What the publication of these does to the model. */
    private static Counts apply(State state, List<Publication.Entry> entries, List<List<Object>> everKnown) {
        int added = 0;
        int corrected = 0;
        int withdrawn = 0;
        for (var entry : entries) {
            var days = state.of(entry.seriesId());
            var key = List.<Object>of(entry.seriesId(), entry.validOn());
            if (entry.price() == null) {
                withdrawn += days.remove(entry.validOn()) == null ? 0 : 1;
            } else if (!everKnown.contains(key)) {
                everKnown.add(key);
                days.put(entry.validOn(), entry);
                added++;
            } else if (!entry.equals(days.put(entry.validOn(), entry))) {
                corrected++;
            }
        }
        return new Counts(added, corrected, withdrawn);
    }

    @Test
    void nothingOnRecordIsChangedOrRemoved() {
        publish(List.of(Publication.Entry.withdrawal(newSeries(1).getFirst(), FIRST, "Nhầm")));
        for (var table :
                List.of("price_observation", "price_publication", "price_remark", "price_series", "price_commodity")) {
            for (var statement : List.of(
                    "DELETE FROM " + table,
                    "TRUNCATE " + table + " CASCADE",
                    "UPDATE " + table + " SET " + someColumn(table) + " = " + someColumn(table))) {
                assertThatThrownBy(() -> database.sql(statement).then().block())
                        .as(statement)
                        .rootCause()
                        .hasMessageContaining("never changed or removed");
            }
        }
    }

    @Test
    void nothingIsSlippedIntoAVintageThatIsPublic() {
        int series = newSeries(1).getFirst();
        var publication = publish(List.of(Publication.Entry.of(series, FIRST, Price.point(BigDecimal.TEN))));
        assertThatThrownBy(() -> database.sql("""
                                INSERT INTO price_observation (low, series_id, valid_on, vintage, status)
                                VALUES (1, :series, :day, :vintage, 'F')
                                """)
                        .bind("series", series)
                        .bind("day", FIRST.plusDays(1))
                        .bind("vintage", publication.vintage())
                        .then()
                        .block())
                .rootCause()
                .hasMessageContaining("takes no further observations");
    }

    @Test
    void vintagesFollowEachOtherWithoutGapsHoweverManyPublishAtOnce() {
        var series = newSeries(8);
        var vintages = Objects.requireNonNull(Flux.fromIterable(series)
                .flatMap(
                        id -> record.publish(
                                new Publication.Origin.Import(),
                                List.of(Publication.Entry.of(id, FIRST, Price.point(BigDecimal.ONE)))),
                        8)
                .map(Publication::vintage)
                .sort()
                .collectList()
                .block());
        assertThat(vintages)
                .hasSize(8)
                .isEqualTo(IntStream.range(vintages.getFirst(), vintages.getFirst() + 8)
                        .boxed()
                        .toList());
    }

    private String someColumn(String table) {
        return Objects.requireNonNull(
                database.sql("SELECT attname::text AS name FROM pg_attribute WHERE attrelid = CAST('" + table
                                + "' AS regclass) AND attnum > 1 AND NOT attisdropped ORDER BY attnum LIMIT 1")
                        .map(row -> Columns.text(row, "name"))
                        .one()
                        .block());
    }

    private Publication publish(List<Publication.Entry> entries) {
        return Objects.requireNonNull(
                record.publish(new Publication.Origin.Import(), entries).block());
    }

    /** Series of their own, for the tests share a database. */
    private List<Integer> newSeries(int count) {
        var names = new ArrayList<String>();
        var lines = new StringBuilder("series_id,name,commodity,unit,frequency,region,source,licence\n");
        for (int index = 0; index < count; index++) {
            var name = "R" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
            names.add(name);
            lines.append(name).append(",Chè,tea,VND/kg,weekly,Bảo Lộc,Own,CC0-1.0\n");
        }
        prices.load(new StringReader(lines.toString()), new StringReader("series_id,date,value\n"))
                .block();
        return Objects.requireNonNull(catalog.all()
                .filter(series -> names.contains(series.code().value()))
                .map(PriceSeries::id)
                .collectList()
                .block());
    }
}
