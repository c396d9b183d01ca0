package vn.chophien.locales;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTests {
    @Test
    void readsTagsAndFallsBackToVietnamese() {
        assertThat(Language.of("en")).isEqualTo(Language.EN);
        assertThat(Language.of("EN-gb")).isEqualTo(Language.EN);
        assertThat(Language.of("vi-VN")).isEqualTo(Language.VI);
        assertThat(Language.of("fr")).isEqualTo(Language.VI);
        assertThat(Language.of("")).isEqualTo(Language.VI);
        assertThat(Language.of(null)).isEqualTo(Language.VI);
        assertThat(Language.EN.tag()).isEqualTo("en");
    }
}
