package vn.chophien.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseTextTests {

    @ParameterizedTest
    @CsvSource({
        "hòa, hoà",
        "HÒA, HOÀ",
        "khỏe, khoẻ",
        "thủy, thuỷ",
        "òa, oà",
        "Thúy, Thuý",
        "hóa đơn, hoá đơn",
        "xõa, xoã",
        "họa, hoạ"
    })
    void movesTheToneToTheSecondVowel(String typed, String expected) {
        assertThat(VietnameseText.normalizeTonePlacement(typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"quý", "quả", "của", "hoàn", "giá", "già", "lúa", "mía", "múi", "hoà", "thuỷ", "ngoài", "khuỷu"})
    void leavesOtherSyllablesAlone(String syllable) {
        assertThat(VietnameseText.normalizeTonePlacement(syllable)).isEqualTo(syllable);
    }

    @ParameterizedTest
    @CsvSource({"kỹ, kĩ", "lý, lí", "Mỹ, Mĩ", "sỹ, sĩ", "tỷ, tỉ", "hy, hi", "LÝ, LÍ"})
    void writesIForYInOpenSyllables(String typed, String expected) {
        assertThat(VietnameseText.normalizeLetterY(typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tay", "tai", "mùi", "muỳ", "thuý", "yên", "ý", "quý", "kỳ lân thủy"})
    void keepsTheYThatMakesAnotherWord(String text) {
        assertThat(VietnameseText.normalizeLetterY(text)).isEqualTo(text.replace("kỳ", "kì"));
    }

    @ParameterizedTest
    @CsvSource({
        "Cà phê, ca phe",
        "Đắk Lắk, dak lak",
        "sầu riêng, sau rieng",
        "Cư M’gar, cu mgar",
        "Cư M'gar, cu mgar",
        "ĐƯỜNG, duong",
        "café, cafe",
        "kỹ, ki",
        "ky, ki",
        "Ðắk, dak"
    })
    void foldsToWhatIsTypedWithoutMarks(String typed, String expected) {
        assertThat(VietnameseText.fold(typed)).isEqualTo(expected);
    }

    @Test
    void keepsWordsApartThatDifferByAMark() {
        assertThat(VietnameseText.normalize("dứa"))
                .isNotEqualTo(VietnameseText.normalize("dừa"))
                .isNotEqualTo(VietnameseText.normalize("dưa"));
        assertThat(VietnameseText.fold("dứa"))
                .isEqualTo(VietnameseText.fold("dừa"))
                .isEqualTo(VietnameseText.fold("dưa"));
    }

    @Test
    void readsEveryEncodingOfOneWordAlike() {
        var composed = "ấm";
        var toneBeforeHat = "a\u0301\u0302m";
        var mixed = "â\u0301m";
        assertThat(VietnameseText.normalize(Normalizer.normalize(composed, Normalizer.Form.NFD)))
                .isEqualTo(composed);
        assertThat(VietnameseText.normalize(toneBeforeHat)).isEqualTo(composed);
        assertThat(VietnameseText.normalize(mixed)).isEqualTo(composed);
        assertThat(VietnameseText.normalize("sầ\u200Bu")).isEqualTo("sầu");
    }

    @ParameterizedTest
    @CsvSource({
        "ｃàｐｈê, càphê",
        "ＣＡ　ＰＨＥ, ca　phe",
        "５００ｇ, 500g",
        "c\u0430\u0300 phê, cà phê",
        "cà \u0440hê, cà phê",
        "\u0421à phê, cà phê",
        "mật \u03BFng, mật ong",
        "\u041C'gar, m'gar"
    })
    void readsLettersThatOnlyLookOtherwise(String typed, String expected) {
        assertThat(VietnameseText.normalize(typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u043A\u043E\u0444\u0435", "\u0441\u043E\u0440", "c\u0436", "\u03BB\u03AC\u03B4\u03B9"})
    void leavesOtherAlphabetsAlone(String text) {
        assertThat(VietnameseText.compose(text)).isEqualTo(text);
    }

    @Test
    void knowsWhetherMarksWereTyped() {
        assertThat(VietnameseText.hasMarks("dừa")).isTrue();
        assertThat(VietnameseText.hasMarks("đen")).isTrue();
        assertThat(VietnameseText.hasMarks("DUA")).isFalse();
        assertThat(VietnameseText.hasMarks("Cu M’gar")).isFalse();
        assertThat(VietnameseText.hasMarks("ky")).isFalse();
    }

    @Property
    void everyMethodIsIdempotentOnAnyUnicode(@ForAll("anyUnicode") String text) {
        assertThat(VietnameseText.compose(VietnameseText.compose(text))).isEqualTo(VietnameseText.compose(text));
        assertThat(VietnameseText.normalize(VietnameseText.normalize(text))).isEqualTo(VietnameseText.normalize(text));
        assertThat(VietnameseText.fold(VietnameseText.fold(text))).isEqualTo(VietnameseText.fold(text));
        assertThat(VietnameseText.normalizeTonePlacement(VietnameseText.normalizeTonePlacement(text)))
                .isEqualTo(VietnameseText.normalizeTonePlacement(text));
    }

    @Property
    void foldingForgetsTheFormOfUnicode(@ForAll("vietnamese") String text) {
        assertThat(VietnameseText.fold(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(VietnameseText.fold(Normalizer.normalize(text, Normalizer.Form.NFC)));
        assertThat(VietnameseText.normalize(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(VietnameseText.normalize(text));
    }

    @Property
    void foldedVietnameseIsPlainAscii(@ForAll("vietnamese") String text) {
        assertThat(VietnameseText.fold(text)).matches("[a-z ]*");
    }

    @Property
    void foldingAfterNormalizingChangesNothing(@ForAll("anyUnicode") String text) {
        assertThat(VietnameseText.fold(VietnameseText.normalize(text))).isEqualTo(VietnameseText.fold(text));
    }

    @Test
    void takesTimeInProportionToItsInput() {
        var marks = "a" + "\u0301\u0302".repeat(50_000);
        assertThat(VietnameseText.fold(marks)).isEqualTo("a");
        assertThat(VietnameseText.fold("hòa".repeat(100_000))).hasSize(300_000);
        assertThat(VietnameseText.fold("c\u0430".repeat(100_000))).isEqualTo("ca".repeat(100_000));
    }

    @Provide
    Arbitrary<String> anyUnicode() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(40)),
                net.jqwik.api.Tuple.of(2, vietnamese()),
                net.jqwik.api.Tuple.of(
                        2,
                        Arbitraries.strings()
                                .withChars("aoueyihkqđĐð'’\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323\u200B İſKÅ")
                                .ofMaxLength(12)),
                net.jqwik.api.Tuple.of(
                        2,
                        Arbitraries.strings()
                                .withChars(
                                        "ca\u0430\u0410\u0412\u0432\u0436\u0451\u0439\u03bf\u0391\u03ac\uff41\uff21\uff07\u0301\u0483'’ ")
                                .ofMaxLength(8)));
    }

    @Provide
    Arbitrary<String> vietnamese() {
        return Arbitraries.strings()
                .withChars(
                        "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ ĐÂƯƠHQ")
                .ofMaxLength(30);
    }
}
