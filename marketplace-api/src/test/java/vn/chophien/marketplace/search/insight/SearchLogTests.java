package vn.chophien.marketplace.search.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chophien.locales.Language;

class SearchLogTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final SearchLog log = new SearchLog(() -> Instant.parse("2026-11-21T17:30:00Z"));

    @Test
    void countsTheSameWordsTogetherHoweverTheyAreWritten() {
        log.searched(Language.VI, "  Cà  PHÊ ", 5, true, "");
        log.searched(Language.VI, "cà phê", 0, true, "");
        log.searched(Language.VI, "cà phê", 0, false, "");
        log.opened(Language.VI, "CÀ PHÊ", 3, "");
        log.opened(Language.VI, "cà phê", 9_999, "");

        assertThat(log.takeCounts())
                .containsOnlyKeys(new SearchTally.Words(TODAY, "vi", "cà phê"))
                .containsValue(new SearchTally.Count(3, 1, 5, 2, 1_003));
        assertThat(log.takeCounts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0912 345 678",
                "gọi 0912.345.678",
                "+84 (91) 234-5678",
                "001099012345",
                "lan@example.vn",
                "một hai ba bốn năm sáu bảy tám chín mười mười một",
                ""
            })
    void countsNothingThatMayNameAPerson(String typed) {
        log.searched(Language.VI, typed, 0, true, "");
        log.searched(Language.VI, "cà phê", 1, true, typed);

        assertThat(log.takeCounts()).hasSize(1);
        assertThat(log.takeSteps()).isEmpty();
    }

    @Test
    void keepsPricesAndPacks() {
        log.searched(Language.VI, "gạo 5kg dưới 200.000", 1, true, "");
        assertThat(log.takeCounts()).hasSize(1);
    }

    @Test
    void remembersWhatFollowedWordsThatFoundNothing() {
        log.searched(Language.VI, "dứa", 4, true, "Trái gai");
        log.opened(Language.VI, "dứa", 1, "trái gai");
        log.searched(Language.VI, "dứa", 4, true, "dứa");

        assertThat(log.takeSteps())
                .containsOnlyKeys(new SearchTally.Step(TODAY, "vi", "trái gai", "dứa"))
                .containsValue(new SearchTally.Moves(1, 1));
    }

    @Test
    void forgetsNewWordsRatherThanGrow() {
        for (int i = 0; i < SearchLog.MOST_WORDS + 10; i++) {
            log.searched(Language.EN, "word w" + i, 1, true, "");
        }
        log.searched(Language.EN, "word w0", 1, true, "");
        var taken = log.takeCounts();
        assertThat(taken).hasSize(SearchLog.MOST_WORDS);
        assertThat(taken)
                .containsEntry(new SearchTally.Words(TODAY, "en", "word w0"), new SearchTally.Count(2, 0, 2, 0, 0));
    }
}
