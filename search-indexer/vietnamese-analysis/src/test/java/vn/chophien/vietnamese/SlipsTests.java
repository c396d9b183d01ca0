package vn.chophien.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
        assertThat(SLIPS.correct(VietnameseWords.split(typed), unknown).map(Slips.Correction::name))
                .contains(meant);
    }

    @Test
    void hearsANameInWordsOfTheirOwn() {
        assertThat(SLIPS.correctByEar(VietnameseWords.split("măng cuc")).map(Slips.Correction::name))
                .contains("măng cụt");
    }

    @Test
    void leavesAloneWhatIsLikeNothing() {
        assertThat(SLIPS.correct(VietnameseWords.split("qwertyuiopzx"), 0)).isEmpty();
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
            assertThat(SLIPS.correct(words, 0)).isNotNull();
        }
    }
}
