package vn.chophien.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTests {

    private static final Slips SLIPS = new Slips(Lexicon.ofTheMarket());

    @ParameterizedTest
    @CsvSource({
        "sau rieg, 1, sầu riêng",
        "xầu riêng, 0, sầu riêng",
        "matong, 0, mật ong",
        "caphe, 0, cà phê",
        "lước mắm, 0, nước mắm",
        "bưỡi, 0, bưởi",
        "chôm trôm, 0, chôm chôm",
        "macadmia, 0, macadamia",
        "hony, 0, honey",
        "hạt đìu, 1, hạt điều"
    })
    void findsTheNameThatWasMeant(String typed, int unknown, String meant) {
        assertThat(SLIPS.correct(VietnameseWords.split(typed), unknown, Set.of(unknown))
                        .map(Slips.Correction::name))
                .contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"măng cuc, măng cụt", "sâm giây ngọc linh, sâm dây", "rá đỗ, giá đỗ"})
    void hearsANameInWordsOfTheirOwn(String typed, String meant) {
        assertThat(SLIPS.correctByEar(VietnameseWords.split(typed)).map(Slips.Correction::name))
                .contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"thuê nhà cũ, 0", "trầu xanh, 0", "chải tóc, 0", "tào lao, 0", "cơm nhà, 0", "phớ nóng, 0"})
    void leavesAWordAloneThatIsWrittenOut(String typed, int unknown) {
        assertThat(SLIPS.correct(VietnameseWords.split(typed), unknown, Set.of(unknown)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "yến xào, 1, yến sào",
        "gạo nép, 1, gạo nếp",
        "sử riêng, 1, sầu riêng",
        "dừa xêm, 1, dừa xiêm",
        "bánh dậu xanh, 1, bánh đậu xanh",
        "bạch tuột, 1, bạch tuộc",
        "giảo cỗ lam, 1, giảo cổ lam",
        "dò lụa, 0, giò lụa",
        "tôm sứ, 1, tôm sú"
    })
    void correctsWhatIsMisheardOrHalfMarked(String typed, int unknown, String meant) {
        assertThat(SLIPS.correct(VietnameseWords.split(typed), unknown, Set.of(0, 1))
                        .map(Slips.Correction::name))
                .contains(meant);
    }

    @Test
    void hearsNoTeaInAnEggplant() {
        assertThat(Slips.sound("tra")).isEqualTo(Slips.sound("cha")).isNotEqualTo(Slips.sound("ca"));
    }

    @Test
    void leavesAloneWhatIsLikeNothing() {
        assertThat(SLIPS.correct(VietnameseWords.split("qwertyuiopzx"), 0, Set.of(0)))
                .isEmpty();
    }

    @Test
    void takesOneSlipForTwoUnknownWordsBeforeTwo() {
        assertThat(SLIPS.correct(VietnameseWords.split("nươc mắn"), 1, Set.of(0, 1))
                        .map(Slips.Correction::name))
                .contains("nước mắm");
    }

    @Test
    void stopsComparingWhereNothingCanComeNear() {
        assertThat(EditDistance.rows("abcdefghij", "klmnopqrst", 2)).isEqualTo(4);
        assertThat(EditDistance.rows("abcdefghij", "abcdefghij", 2)).isEqualTo(10);
    }

    @Property
    void countsAsMuchWhereverItStops(
            @ForAll @StringLength(max = 8) @Chars({'a', 'b', 'c'}) String one,
            @ForAll @StringLength(max = 8) @Chars({'a', 'b', 'c'}) String other) {
        int whole = EditDistance.between(one, other, 100);
        for (int most = 0; most < 9; most++) {
            assertThat(EditDistance.between(one, other, most)).isEqualTo(Math.min(whole, most + 1));
        }
    }

    @Test
    void countsEditsAndSwaps() {
        assertThat(EditDistance.between("rieng", "rieg", 2)).isEqualTo(1);
        assertThat(EditDistance.between("ab", "ba", 2)).isEqualTo(1);
        assertThat(EditDistance.between("abc", "xyz", 1)).isEqualTo(2);
    }

    @Property(tries = 100)
    void takesAnyText(@ForAll String text) {
        var words = VietnameseWords.split(text);
        if (!words.isEmpty()) {
            assertThat(SLIPS.correct(words, 0, Set.of(0))).isNotNull();
        }
    }
}
