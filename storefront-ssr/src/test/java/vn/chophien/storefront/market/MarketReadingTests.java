package vn.chophien.storefront.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

/** What pages make of questions and prices before they draw anything. */
class MarketReadingTests {
    /** Half past midnight in Vietnam, while it is yesterday elsewhere. */
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T17:30:00Z"));

    private static List<MarketPricesApi.Observation> days(LocalDate first, int count) {
        return IntStream.range(0, count)
                .mapToObj(day -> new MarketPricesApi.Observation(
                        first.plusDays(day),
                        BigDecimal.valueOf(100L + day),
                        null,
                        null,
                        "FINAL",
                        null,
                        null,
                        Instant.EPOCH))
                .toList();
    }

    @Test
    void aDayOfThePastEndsAtMidnightInVietnam() {
        assertThat(AsOf.of("2026-11-21", CLOCK).parameter()).isEqualTo("2026-11-21T17:00:00Z");
        assertThat(AsOf.of("2026-11-22", CLOCK).isPast()).as("today").isFalse();
        assertThat(AsOf.of("2027-01-01", CLOCK).isPast()).as("to come").isFalse();
        assertThat(AsOf.of(" ", CLOCK).isPast()).isFalse();
        var publication = AsOf.of("0199aa", CLOCK);
        assertThat(publication.parameter()).isEqualTo("0199aa");
        assertThat(publication.day()).isEmpty();
    }

    @Test
    void aTableHasEveryPriceWhereTheyAreFewElseMonthsOrYears() {
        var first = LocalDate.of(2020, 1, 1);
        assertThat(PriceRows.of(days(first, 66)).unit()).isEqualTo(PriceRows.Unit.DAY);
        var months = PriceRows.of(days(first, 67));
        assertThat(months.unit()).isEqualTo(PriceRows.Unit.MONTH);
        assertThat(months.rows())
                .extracting(PriceRows.Row::first)
                .containsExactly(LocalDate.of(2020, 3, 1), LocalDate.of(2020, 2, 1), first);
        var january = months.rows().getLast();
        assertThat(january.lowest()).isEqualByComparingTo("100");
        assertThat(january.highest()).isEqualByComparingTo("130");
        assertThat(january.change()).isEmpty();
        assertThat(months.rows().getFirst().change().orElseThrow()).isEqualByComparingTo("7");
        assertThat(months.idOf(LocalDate.of(2020, 2, 17))).isEqualTo("d-2020-02-01");
        assertThat(PriceRows.of(days(first, 3_000)).unit()).isEqualTo(PriceRows.Unit.YEAR);
        assertThat(PriceRows.of(List.of()).rows()).isEmpty();
    }

    @Test
    void aComparisonHasTheLastPriceOfEachWeekAndSaysWhereThereIsNone() {
        var monday = LocalDate.of(2026, 11, 2);
        var rows = ComparedRows.of(List.of(days(monday, 14), days(monday.plusDays(7), 3)), false);
        assertThat(rows.unit()).isEqualTo(ComparedRows.Unit.WEEK);
        assertThat(rows.rows()).extracting(ComparedRows.Row::first).containsExactly(monday.plusDays(7), monday);
        assertThat(rows.rows().getFirst().prices().getFirst()).contains(BigDecimal.valueOf(113));
        assertThat(rows.rows().getFirst().prices().getLast()).contains(BigDecimal.valueOf(102));
        assertThat(rows.rows().getLast().prices().getLast()).isEmpty();
        assertThat(ComparedRows.of(List.of(days(monday, 500)), false).unit()).isEqualTo(ComparedRows.Unit.MONTH);
        assertThat(ComparedRows.of(List.of(days(monday, 90)), true).unit()).isEqualTo(ComparedRows.Unit.MONTH);
    }

    @Test
    void theBoardsAddressesKeepWhatAReaderLooksFor() {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add("q", " cà & phê ");
        parameters.add("province", "");
        parameters.add("as_of", "2026-11-01");
        parameters.add("cursor", "abc");
        parameters.add("other", "x");
        var query = BoardQuery.of(parameters);
        assertThat(query.selection().toSingleValueMap()).containsOnlyKeys("q").containsEntry("q", "cà & phê");
        assertThat(query.path("next_-1"))
                .isEqualTo("/market-prices?q=c%C3%A0%20%26%20ph%C3%AA&as_of=2026-11-01&cursor=next_-1");
        assertThat(query.path(null)).doesNotContain("cursor");
        assertThat(query.file("prices.csv")).isEqualTo("/market-prices/prices.csv?q=c%C3%A0%20%26%20ph%C3%AA");
        assertThat(query.isFirst()).isFalse();
    }
}
