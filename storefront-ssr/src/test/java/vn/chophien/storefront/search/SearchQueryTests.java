package vn.chophien.storefront.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class SearchQueryTests {

    @Test
    void dropsWhatItDoesNotKnowAndWhatIsNotUsable() {
        var query = query(
                "q",
                " cà phê ",
                "stars",
                "4",
                "stars",
                "9",
                "province",
                "66",
                "province",
                "x",
                "sort",
                "random",
                "utm",
                "1",
                "min_price",
                "-5");
        assertThat(query.words()).isEqualTo("cà phê");
        assertThat(query.filters()).containsOnlyKeys("stars", "province");
        assertThat(query.filters().get("stars")).containsExactly("4");
    }

    @Test
    void turnsPricesThatWereMixedUp() {
        var query = query("min_price", "90000", "max_price", "50000");
        assertThat(query.value("min_price")).isEqualTo("50000");
        assertThat(query.value("max_price")).isEqualTo("90000");
        assertThat(query("min_price", "90000").value("min_price")).isEqualTo("90000");
    }

    @Test
    void keepsWhatTheApiDoesNotRefuse() {
        var query = query("q", "cà phê", "province", "99", "stars", "4", "cursor", "abc");
        assertThat(query.withoutRefused(List.of("province"), false).path())
                .isEqualTo("/search?q=c%C3%A0+ph%C3%AA&stars=4&cursor=abc");
        assertThat(query.withoutRefused(List.of(), true).cursor()).isEmpty();
        assertThat(query.withoutRefused(List.of("q"), false)).isEqualTo(query);
    }

    @Test
    void writesTheAddressItWasReadFrom() {
        assertThat(query("q", "cà phê", "stars", "4", "stars", "5").path())
                .isEqualTo("/search?q=c%C3%A0+ph%C3%AA&stars=4&stars=5");
        assertThat(query().path()).isEqualTo("/search");
        assertThat(query("q", "a").in("do-uong/tra").path()).isEqualTo("/c/do-uong/tra?q=a");
    }

    @Test
    void startsAgainAtTheFirstPageWhenAFilterChanges() {
        var query = query("stars", "4", "stars", "5", "cursor", "abc");
        assertThat(query.without("stars", "4").path()).isEqualTo("/search?stars=5");
        assertThat(query.without("stars", "4").without("stars", "5").path()).isEqualTo("/search");
        assertThat(query.at("def").path()).isEqualTo("/search?stars=4&stars=5&cursor=def");
    }

    @Test
    void doesNotCountTheOrderAsAFilter() {
        assertThat(query("sort", "price_asc").isFiltered()).isFalse();
        assertThat(query("organic", "true").isFiltered()).isTrue();
    }

    @Test
    void asksTheApiForTheCategoryOfThePath() {
        var parameters = SearchQuery.of("do-uong", new LinkedMultiValueMap<>()).parameters(24);
        assertThat(parameters.toSingleValueMap())
                .containsEntry("category", "do-uong")
                .containsEntry("page_size", "24");
        assertThat(parameters).doesNotContainKey("q");
        assertThat(query("stars", "3", "stars", "4").parameters(24).get("stars"))
                .isEqualTo(List.of("3", "4"));
    }

    private static SearchQuery query(String... namesAndValues) {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return SearchQuery.of("", parameters);
    }
}
