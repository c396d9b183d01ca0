package vn.chophien.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.search.understanding.QueryReader;
import vn.chophien.vietnamese.VietnameseText;

class HighlightsTests {

    private static final QueryReader READER = new QueryReader(new Places());

    @ParameterizedTest
    @CsvSource({
        "ca phe, Cà phê bột Buôn Sáng, Cà phê bột",
        "trái thơm, Dứa Tam Điệp, Dứa",
        "pineapple, Dứa Tam Điệp, Dứa",
        "dứa, Dừa xiêm gọt trọng, ''",
        "Buôn Sáng, Cà phê bột Buôn Sáng, Buôn Sáng",
        "caf phee, Cà phê chồn, Cà phê chồn",
        "honey, Wild Honey of Cát Bà, Wild Honey"
    })
    void marksWhatWasAskedFor(String typed, String name, String marked) {
        assertThat(marked(name, new Highlights(READER.read(typed)).of(name))).isEqualTo(marked);
    }

    @Test
    void marksEachPlaceOnItsOwn() {
        var name = "Mật ong hoa cà phê, mật ong rừng";
        assertThat(new Highlights(READER.read("mật ong")).of(name))
                .allSatisfy(range -> assertThat(range).hasSize(2))
                .hasSize(2);
    }

    private static String marked(String name, List<List<Integer>> ranges) {
        return String.join(
                "|",
                ranges.stream()
                        .map(range -> name.substring(range.getFirst(), range.getLast()))
                        .toList());
    }

    /** Ranges lie inside the name, one after the other, and each covers whole words of what was asked for. */
    @Property(tries = 200)
    void coversOnlyWhatIsThere(@ForAll String odd) {
        var name = VietnameseText.compose("Cà phê " + odd + " Đắk Lắk cà phê");
        int end = 0;
        for (var range : new Highlights(READER.read("cà phê " + odd)).of(name)) {
            assertThat(range.getFirst()).isGreaterThanOrEqualTo(end);
            end = range.getLast();
            assertThat(range.getFirst()).isLessThan(end);
            assertThat(end).isLessThanOrEqualTo(name.length());
        }
        assertThat(end).isPositive();
    }
}
