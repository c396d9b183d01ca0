package vn.chophien.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chophien.vietnamese.Lexicon.Reading;

class LexiconTests {

    private static final Lexicon MARKET = Lexicon.ofTheMarket();

    @ParameterizedTest
    @CsvSource({
        "trái thơm, dứa",
        "khóm, dứa",
        "pineapples, dứa",
        "đậu phộng, lạc",
        "groundnut, lạc",
        "bắp nếp, ngô",
        "khổ qua, mướp đắng",
        "cá quả, cá lóc",
        "mãng cầu ta, na",
        "đào lộn hột, hạt điều",
        "hột vịt, trứng vịt",
        "tofu, đậu phụ",
        "custard apple, na",
        "mỳ, mì"
    })
    void knowsOneThingByAllItsNames(String name, String id) {
        assertThat(ids(name)).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({
        "kỷ tử, táo đỏ, thuốc bắc",
        "cỏ ngọt, cam thảo, chất ngọt thảo mộc",
        "hành lá, hẹ, rau gia vị",
        "hành tím, hành tăm, hành",
        "cà tím, cà pháo, cà",
        "củ năng, củ ấu, củ mọc dưới nước",
        "cua đồng, ba khía, cua",
        "ba khía, còng, cua",
        "vẹm, hến, nhuyễn thể",
        "cà phê culi, moka, cà phê",
        "bát, đĩa, bát đĩa",
        "dâu tằm, dâu da, dâu",
        "lớp nấu ăn, học làm gốm, workshop",
        "lớp dệt, lớp nấu ăn, workshop"
    })
    void tellsKindredThingsApart(String one, String other, String wider) {
        var meant = find(one).getFirst().entries();
        assertThat(meant).doesNotContainAnyElementsOf(find(other).getFirst().entries());
        assertThat(meant).allSatisfy(entry -> assertThat(entry.wider()).contains(wider));
        assertThat(find(other).getFirst().entries())
                .allSatisfy(entry -> assertThat(entry.wider()).contains(wider));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gạo chất lượng cao", "chè vùng cao", "khẩu trang hai lớp", "mắm đồng hành"})
    void readsNoThingIntoWordsThatOnlyPraise(String text) {
        assertThat(find(text))
                .filteredOn(found -> found.canBe(LexiconEntry.Kind.THING))
                .hasSize(1);
    }

    @Test
    void takesMarksForWhatTheyAre() {
        assertThat(ids("dứa")).containsExactly("dứa");
        assertThat(ids("dừa")).containsExactly("dừa");
        assertThat(ids("dua")).contains("dứa", "dừa", "quả dưa");
    }

    @Test
    void takesTheLongestName() {
        assertThat(ids("cà chua")).containsExactly("cà chua");
        assertThat(ids("mật ong rừng")).containsExactly("mật ong rừng");
        assertThat(ids("ca phe")).containsExactly("cà phê");
    }

    @Test
    void countsAWeakNameOnlyWhereItOpensTheText() {
        assertThat(ids("thơm")).containsExactly("dứa");
        assertThat(find("gạo nàng nhen thơm")).noneMatch(found -> found.ids().contains("dứa"));
    }

    @Test
    void readsAWordWithoutItsToneAsAnyTone() {
        assertThat(ids("nươc mắm")).containsExactly("nước mắm");
        assertThat(ids("cà phe")).containsExactly("cà phê");
    }

    @Test
    void completesWhatIsHalfTyped() {
        assertThat(MARKET.beginningWith(List.of("mật", "o"), 8))
                .extracting(LexiconEntry::id)
                .contains("mật ong");
        assertThat(MARKET.beginningWith(List.of("khăn", "lu"), 8))
                .extracting(LexiconEntry::id)
                .contains("khăn lụa");
    }

    @Test
    void refusesALineThatPointsNowhere() {
        assertThatThrownBy(() -> Lexicon.of(Stream.of("[trái cây | fruit]", "cam | orange | < quả")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cam")
                .hasMessageContaining("quả");
    }

    @Test
    void namesEverythingItSaysThatThingsAreMadeOf() {
        assertThat(MARKET.names())
                .flatExtracting(name -> name.entry().of())
                .filteredOn(id -> !id.equals("!"))
                .allSatisfy(id -> assertThat(MARKET.entry(id)).as(id).isNotNull());
    }

    @Property
    void takesAnyText(@ForAll String text) {
        var words = VietnameseWords.split(text);
        int end = 0;
        for (var found : MARKET.find(words, Reading.ANY)) {
            assertThat(found.start()).isGreaterThanOrEqualTo(end);
            end = found.end();
        }
        assertThat(end).isLessThanOrEqualTo(words.size());
    }

    private static List<LexiconFind> find(String text) {
        return MARKET.find(VietnameseWords.split(text), Reading.ANY);
    }

    private static List<String> ids(String text) {
        var found = find(text);
        assertThat(found).hasSize(1);
        return found.getFirst().ids();
    }
}
