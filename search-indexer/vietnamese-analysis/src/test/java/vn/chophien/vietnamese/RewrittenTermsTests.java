package vn.chophien.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RewrittenTermsTests {

    private final List<String> rewritten = new ArrayList<>();
    private final RewrittenTerms terms = new RewrittenTerms(term -> {
        rewritten.add(term);
        return VietnameseText.fold(term);
    });

    @Test
    void rewritesATermOnce() {
        assertThat(of("phê")).isEqualTo("phe");
        assertThat(of("phê")).isEqualTo("phe");
        assertThat(rewritten).containsExactly("phê");
    }

    @Test
    void takesNoLongerTermForAShorterOne() {
        assertThat(terms.of("cafe".toCharArray(), 2)).isEqualTo("ca");
        assertThat(terms.of("cafe".toCharArray(), 4)).isEqualTo("cafe");
    }

    @Test
    void tellsTermsOfOneSlotApart() {
        // Equal hash codes, so one slot.
        assertThat(of("Aa")).isEqualTo("aa");
        assertThat(of("BB")).isEqualTo("bb");
        assertThat(of("Aa")).isEqualTo("aa");
    }

    @Test
    void everyTermIsAsIfItWereRewrittenAnew() {
        var random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            var term = random.ints(1 + random.nextInt(30), 'a', 'a' + 1 + random.nextInt(500))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(of(term)).isEqualTo(VietnameseText.fold(term));
        }
    }

    private String of(String term) {
        return terms.of(term.toCharArray(), term.length());
    }
}
