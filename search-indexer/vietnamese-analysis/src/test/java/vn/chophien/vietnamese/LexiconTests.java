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
        "mỳ, mì",
        "thơm sấy dẻo, dứa sấy",
        "khóm sấy, dứa sấy",
        "nước thơm, nước ép dứa",
        "mứt khóm, mứt dứa",
        "heo gác bếp, lợn gác bếp",
        "thịt lợn sấy gác bếp, lợn gác bếp",
        "thịt heo, thịt lợn",
        "heo rừng, lợn rừng",
        "sữa bắp, sữa ngô",
        "rượu bắp, rượu ngô",
        "muối mè, muối vừng",
        "dầu vừng, dầu mè",
        "bông tai, hoa tai",
        "mứt tắc, mứt quất",
        "bột khoai mì, bột năng",
        "quả roi, roi",
        "men men, mèn mén",
        "tung lo mo, tung lò mò",
        "water buffalo jerky, trâu gác bếp",
        "buckwheat cookies, bánh tam giác mạch",
        "lacquer painting, tranh sơn mài",
        "pineapple juice, nước ép dứa",
        "hemp cloth, vải lanh"
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
        "lớp dệt, lớp nấu ăn, workshop",
        "tỏi, tỏi đen, các loại tỏi",
        "vải lanh, vải đũi, vải dệt",
        "thổ cẩm, lụa, vải dệt",
        "lợn đen, sườn heo, thịt lợn",
        "túi thổ cẩm, túi cói, túi"
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

    /** What the South calls otherwise it calls so in every form of the thing: “heo” in “heo gác bếp”. */
    @ParameterizedTest
    @CsvSource({
        "lợn, heo",
        "dứa, khóm",
        "vừng, mè",
        "ngô, bắp",
        "quất, tắc",
        "lạc, đậu phộng",
        "chanh leo, chanh dây",
        "mướp đắng, khổ qua",
        "giấm, dấm",
        "đỗ, đậu"
    })
    void meansTheSameByARegionalNameInEveryForm(String north, String south) {
        for (var name : MARKET.names()) {
            var words = " " + name.text() + " ";
            var other = words.replace(" " + north + " ", " " + south + " ").strip();
            if (words.contains(" " + north + " ")) {
                var same = MARKET.names().stream()
                        .filter(each -> each.text().equals(other) && !each.english())
                        .map(LexiconName::entry)
                        .toList();
                assertThat(same.isEmpty() || same.contains(name.entry()))
                        .as("%s and %s", name.text(), other)
                        .isTrue();
            }
        }
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
