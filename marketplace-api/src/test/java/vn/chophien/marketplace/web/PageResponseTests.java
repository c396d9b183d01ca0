package vn.chophien.marketplace.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageResponseTests {
    @Test
    void leadsOnFromTheLastOneShownWhereThereIsMore() {
        var page = PageResponse.cut(List.of("a", "b", "c"), 2, item -> "after " + item);
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.nextCursor()).isEqualTo("after b");
        assertThat(page.showing(List.of(1, 2))).isEqualTo(new PageResponse<>(List.of(1, 2), "after b", null));
    }

    @Test
    void endsWhereNothingIsLeft() {
        assertThat(PageResponse.cut(List.of("a", "b"), 2, item -> item))
                .isEqualTo(PageResponse.whole(List.of("a", "b")));
        assertThat(PageResponse.cut(List.<String>of(), 2, item -> item)).isEqualTo(PageResponse.whole(List.of()));
    }

    @Test
    void goesOnFromWhereAListOfTheNewestEnded() {
        var last = new ListPosition(Instant.parse("2026-11-22T01:02:03.456789Z"), UUID.randomUUID());
        assertThat(ListPosition.after(last.cursor())).isEqualTo(last);
        assertThat(ListPosition.after(null)).isEqualTo(ListPosition.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "MjAyNg", "MjAyNi0xMS0yMlQwMTowMjowM1ofeA"})
    void refusesWhatIsNoPositionOfOurs(String cursor) {
        assertThatThrownBy(() -> ListPosition.after(cursor)).isInstanceOf(ProblemException.class);
    }
}
