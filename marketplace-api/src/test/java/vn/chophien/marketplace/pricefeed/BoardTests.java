package vn.chophien.marketplace.pricefeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.web.ProblemException;

/** The board as a reader narrows it down and turns its pages. */
class BoardTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final SeriesTexts texts = new SeriesTexts(Messages.load(), new Places());
    private final SeriesWords words = new SeriesWords(texts);

    private static final List<Quote> BOARD = List.of(
            quote(PriceSeriesFixture.farmGate(1, PriceSeriesFixture.COFFEE, "Đắk Lắk", "66"), 0, "118000"),
            quote(PriceSeriesFixture.farmGate(2, PriceSeriesFixture.COFFEE, "Gia Lai", "52"), 0, "117500"),
            quote(PriceSeriesFixture.worldMarket(3, PriceSeriesFixture.COFFEE), 30, "4.5"),
            quote(PriceSeriesFixture.farmGate(4, PriceSeriesFixture.RI6, "Đắk Lắk", "66"), 0, "70000"),
            quote(PriceSeriesFixture.retail(5, PriceSeriesFixture.RICE, "Đắk Lắk", "66"), 1, "18000"));

    private static Quote quote(PriceSeries series, int daysAgo, String... prices) {
        return new Quote(
                series,
                IntStream.range(0, prices.length)
                        .mapToObj(index -> observed(
                                TODAY.minusDays(daysAgo + (prices.length - 1L - index)), new BigDecimal(prices[index])))
                        .toList());
    }

    private static Observation observed(LocalDate day, BigDecimal price) {
        return new Observation(day, Price.point(price), Status.FINAL, Remark.NONE, 1, Instant.EPOCH);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int size = 1; size <= BOARD.size() + 1; size++) {
            var seen = new ArrayList<String>();
            @Nullable BoardPosition after = null;
            BoardResource page;
            do {
                page = BoardResource.from(BoardPage.of(BOARD, after, size), texts, Language.VI);
                assertThat(page.total()).isEqualTo(BOARD.size());
                assertThat(page.date()).as("of the whole board").isEqualTo(TODAY);
                var codes = codes(page);
                assertThat(codes).hasSizeLessThanOrEqualTo(size).isNotEmpty();
                seen.addAll(codes);
                after = page.nextCursor() == null ? null : BoardPosition.parse(page.nextCursor());
            } while (page.nextCursor() != null);
            assertThat(seen)
                    .isEqualTo(BOARD.stream()
                            .map(quote -> quote.series().code().value())
                            .toList());
        }
    }

    @Test
    void aPageGoesOnWhereTheLastOneEndedThoughItsSeriesLeftTheBoard() {
        var cursor = BoardPosition.parse(BoardPosition.of(BOARD.get(1).series()).cursor());
        var without = new ArrayList<>(BOARD);
        without.remove(1);
        assertThat(BoardPosition.after(cursor, without)).isEqualTo(BOARD.subList(2, BOARD.size()));
    }

    @Test
    void theFixtureIsInTheOrderOfTheBoard() {
        assertThat(BOARD).isSortedAccordingTo(Comparator.comparing(quote -> BoardPosition.of(quote.series())));
    }

    @Test
    void wordsAreFoundWithoutMarksInBothLanguagesAndByCode() {
        assertThat(found("ca phe")).hasSize(3);
        assertThat(found("CÀ PHÊ gia lai")).hasSize(1);
        assertThat(found("coffee farm")).hasSize(2);
        assertThat(found("sau rieng ri")).hasSize(1);
        assertThat(found("dak lak ban le")).hasSize(1);
        assertThat(found("wb coffee")).as("code and name").hasSize(1);
        assertThat(found("wb ca phe robusta")).hasSize(1);
        assertThat(found("hê")).as("no part of a word").isEmpty();
        assertThat(found("  ")).hasSize(5);
    }

    private List<Quote> found(String text) {
        return BoardSelection.of(null, null, null, null, text, null).from(BOARD, words);
    }

    @Test
    void isNarrowedByProvinceStageCommodityAndFrequency() {
        assertThat(BoardSelection.of("66", null, null, null, null, null).from(BOARD, words))
                .hasSize(3);
        assertThat(BoardSelection.of("66", "FARM_GATE", null, null, null, null).from(BOARD, words))
                .hasSize(2);
        assertThat(BoardSelection.of(null, null, "ca-phe-robusta", null, null, null)
                        .from(BOARD, words))
                .hasSize(3);
        assertThat(BoardSelection.of(null, null, null, "MONTHLY", null, null).from(BOARD, words))
                .hasSize(1);
        assertThat(BoardSelection.of(null, null, null, null, null, 1).from(BOARD, words))
                .extracting(quote -> quote.series().id())
                .containsExactly(1, 4, 5);
        assertThat(BoardSelection.of("", " ", "", "", "", null).from(BOARD, words))
                .as("fields of a form that were left empty")
                .hasSize(5);
        assertThatThrownBy(() -> BoardSelection.of(null, "MOON", null, null, null, null))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> BoardSelection.of(null, null, null, null, null, 0))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> BoardPosition.parse("bm90IG91cnM")).isInstanceOf(ProblemException.class);
    }

    @Test
    void namesItsChoicesWithTheirNumbers() {
        var filters = BoardFilters.of(BOARD, texts, Language.VI);
        assertThat(filters.commodities())
                .extracting(BoardFilters.Choice::name, BoardFilters.Choice::count)
                .containsExactly(tuple("Cà phê robusta", 3), tuple("Sầu riêng Ri6", 1), tuple("Gạo tẻ", 1));
        assertThat(filters.provinces()).extracting(BoardFilters.Choice::name).containsExactly("Gia Lai", "Đắk Lắk");
        assertThat(filters.stages())
                .extracting(BoardFilters.Choice::code)
                .containsExactly("FARM_GATE", "RETAIL", "WORLD_MARKET");
    }

    @Test
    void comparesWithTheLastPriceAWeekEarlier() {
        var daily = PriceSeriesFixture.farmGate(1, PriceSeriesFixture.COFFEE, "Đắk Lắk", "66");
        var week = quote(daily, 0, "100", "101", "102", "103", "104", "105", "106", "110");
        assertThat(week.weekChange().orElseThrow().amount()).isEqualByComparingTo("10");
        assertThat(week.weekChange().orElseThrow().ratio()).isEqualByComparingTo("0.1");
        assertThat(quote(daily, 0, "100", "110").weekChange())
                .as("no price a week before")
                .isEmpty();
        var pause = new Quote(
                daily,
                List.of(observed(TODAY.minusDays(20), new BigDecimal("100")), observed(TODAY, new BigDecimal("110"))));
        assertThat(pause.weekChange()).as("nearly three weeks are no week").isEmpty();
        assertThat(pause.change()).isPresent();
        assertThat(quote(
                                PriceSeriesFixture.worldMarket(3, PriceSeriesFixture.COFFEE),
                                0,
                                "1",
                                "2",
                                "3",
                                "4",
                                "5",
                                "6",
                                "7",
                                "8")
                        .weekChange())
                .as("months")
                .isEmpty();
    }

    private static List<String> codes(BoardResource page) {
        return page.groups().stream()
                .flatMap(group -> group.commodities().stream())
                .flatMap(commodity -> commodity.quotes().stream())
                .map(quote -> quote.series().code())
                .toList();
    }
}
