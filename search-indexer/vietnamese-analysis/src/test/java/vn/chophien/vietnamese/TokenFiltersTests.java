package vn.chophien.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.assertj.core.groups.Tuple;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenFiltersTests {

    @Test
    void foldsEachTermAndKeepsTheOffsetsOfWhatWasTyped() throws IOException {
        var typed = Normalizer.normalize("Cà phê Đắk Lắk", Normalizer.Form.NFD);

        var tokens = analyze(new VietnameseFoldingFactory(), typed);

        assertThat(tokens).extracting(Token::term).containsExactly("ca", "phe", "dak", "lak");
        assertThat(tokens)
                .extracting(
                        token -> Normalizer.normalize(typed.substring(token.start(), token.end()), Normalizer.Form.NFC))
                .containsExactly("Cà", "phê", "Đắk", "Lắk");
    }

    @Test
    void normalizesSpellingAndKeepsMarks() throws IOException {
        assertThat(analyze(new VietnameseNormalizationFactory(), "Hòa khỏe, THỦY Kỹ"))
                .extracting(Token::term)
                .containsExactly("hoà", "khoẻ", "thuỷ", "kĩ");
    }

    @Test
    void singularizesEnglish() throws IOException {
        assertThat(analyze(new EnglishPluralFactory(), "Berries avocados mangoes dishes glass citrus Tea's gas bus"))
                .extracting(Token::term)
                .containsExactly("berry", "avocado", "mango", "dish", "glass", "citrus", "tea", "gas", "bus");
    }

    @Test
    void makesOneOfAWordAndItsPlural() throws IOException {
        assertThat(analyze(
                        new EnglishPluralFactory(),
                        "cookie cookies shoe shoes knife knives leaf leaves glass glasses mango mangoes"))
                .extracting(Token::term)
                .containsExactly(
                        "cooky", "cooky", "sho", "sho", "knife", "knife", "leaf", "leaf", "glass", "glass", "mango",
                        "mango");
    }

    @Property(tries = 300)
    void keepsTheOffsetsOfAnyText(@ForAll String text) throws IOException {
        var plain = analyze(null, text);
        for (var factory : List.of(
                new VietnameseFoldingFactory(), new VietnameseNormalizationFactory(), new EnglishPluralFactory())) {
            assertThat(analyze(factory, text))
                    .extracting(Token::start, Token::end)
                    .containsExactlyElementsOf(plain.stream()
                            .map(token -> Tuple.tuple(token.start(), token.end()))
                            .toList());
        }
    }

    @Property
    void rewritesAWordOnce(@ForAll String word) {
        assertThat(EnglishText.singular(EnglishText.singular(word))).isEqualTo(EnglishText.singular(word));
    }

    private static List<Token> analyze(@Nullable TokenFilterFactory factory, String text) throws IOException {
        var tokenizer = new StandardTokenizer();
        tokenizer.setReader(new StringReader(text));
        try (var stream = factory == null ? tokenizer : factory.create(tokenizer)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            var tokens = new ArrayList<Token>();
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            return tokens;
        }
    }

    private record Token(String term, int start, int end) {}
}
