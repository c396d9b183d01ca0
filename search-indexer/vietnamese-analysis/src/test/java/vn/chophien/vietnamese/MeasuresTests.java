package vn.chophien.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuresTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "500g",
                "500 g",
                "500gr",
                "500 gram",
                "500 GAM",
                "0,5 kg",
                "0.5kg",
                "nửa ký",
                "nua ki",
                "nửa cân",
                "1/2 kg",
                "½ ký",
                "5 lạng",
                "5 lang"
            })
    void readsEveryFormOfHalfAKilogram(String typed) {
        assertThat(Measures.find(typed)).containsExactly("500g");
    }

    @ParameterizedTest
    @CsvSource({
        "1 lít, 1000ml",
        "'1,5 lit', 1500ml",
        "1 lít rưỡi, 1500ml",
        "2 ký rưỡi, 2500g",
        "750ml, 750ml",
        "330 cc, 330ml",
        "túi 250 g, 250g",
        "2 kilogram, 2000g",
        "3 lạng, 300g"
    })
    void readsWeightsAndVolumes(String typed, String pack) {
        assertThat(Measures.find(typed)).containsExactly(pack);
    }

    @Test
    void readsAllOfThemInTheOrderOfTheText() {
        assertThat(Measures.find("hộp 3 gói 150 g, chai 0,5 l")).containsExactly("150g", "500ml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5 sao", "500k", "5 lá", "2 gói", "g", "kg", "0 g", "1m8", "Lạng Sơn", "3-5 người", "99999999 kg"
            })
    void readsNothingElse(String typed) {
        assertThat(Measures.find(typed)).isEmpty();
    }

    @Property
    void takesAnyTextAndReadsItsOwnForms(@ForAll String text) {
        for (var found : Measures.find(text)) {
            assertThat(Measures.find(found)).containsExactly(found);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nước mắm 40 độ đạm", "nuoc mam 40 do dam", "Nước mắm 40N", "Nước mắm cốt 40°N", "40 độ N"})
    void writesTheStrengthOfFishSauceInOneForm(String text) {
        assertThat(Measures.strengths(text)).containsExactly("40n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rượu nếp 40 độ", "Tour 3N2Đ", "40 năm", "140N", "chai 40 nắp"})
    void takesNoOtherNumberForAStrength(String text) {
        assertThat(Measures.strengths(text)).isEmpty();
    }
}
