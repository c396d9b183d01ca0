package vn.chophien.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.vietnamese.WordForms;

class TypedWordTests {

    @ParameterizedTest
    @CsvSource({"mi, Minh", "mi, Mì", "mì, Mì", "d, Đắk", "đ, Đắk", "đă, Đắk", "đắ, Đắk", "hô, Hồ", "dư, Dược", "my, Mỹ"
    })
    void becomesAWordThatHasItsMarks(String typed, String word) {
        assertThat(begins(typed, word)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"mỹ, Minh", "mỹ, Mì", "dứ, Dược", "đ, Dừa", "ồ, Ốc", "minhh, Minh", "i, Minh"})
    void becomesNoOther(String typed, String word) {
        assertThat(begins(typed, word)).isFalse();
    }

    private static boolean begins(String typed, String word) {
        return TypedWord.of(List.of(typed)).getFirst().begins(WordForms.of(word));
    }
}
