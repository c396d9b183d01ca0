package vn.chophien.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class SearchTextTests {

    @Test
    void readsWordsWhateverStandsBetweenThem() {
        assertThat(SearchText.of("  cà phê, (Đắk Lắk)! 500g ").words())
                .containsExactly("cà", "phê", "Đắk", "Lắk", "500g");
        assertThat(SearchText.of("Cư M’gar").words()).containsExactly("Cư", "M'gar");
        assertThat(SearchText.of(" ?! ").isEmpty()).isTrue();
    }

    @Test
    void readsDecomposedLetters() {
        assertThat(SearchText.of(Normalizer.normalize("sầu riêng", Normalizer.Form.NFD))
                        .words())
                .containsExactly("sầu", "riêng");
    }

    @Test
    void cutsWhatNobodyTypes() {
        assertThat(SearchText.of("a ".repeat(10_000)).words()).hasSize(24);
        assertThat(SearchText.of("🌾".repeat(500) + "gạo").text()).hasSizeLessThanOrEqualTo(400);
    }
}
