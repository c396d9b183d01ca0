package vn.chophien.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WordFormsTests {

    @Test
    void formsAreThoseOfTheTextRules() {
        assertThat(WordForms.of("Hòa")).isEqualTo(new WordForms("hoà", "hoa", "hoa", true));
        assertThat(WordForms.of("M'gar")).isEqualTo(new WordForms("mgar", "mgar", "mgar", false));
        assertThat(WordForms.of("Mangoes").english()).isEqualTo("mango");
    }

    @Test
    void tellsWordsOfOneSlotApart() {
        // Equal hash codes, so one slot.
        assertThat(WordForms.of("Aa").normal()).isEqualTo("aa");
        assertThat(WordForms.of("BB").normal()).isEqualTo("bb");
        assertThat(WordForms.of("Aa").normal()).isEqualTo("aa");
    }

    @Test
    void everyWordIsAsIfItWereNewThen() {
        var random = new Random(11);
        for (int i = 0; i < 50_000; i++) {
            var word = random.ints(1 + random.nextInt(26), 'a', 'a' + 1 + random.nextInt(600))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(WordForms.of(word).folded())
                    .isEqualTo(
                            VietnameseText.fold(VietnameseText.normalize(word).replace("'", "")));
        }
    }
}
