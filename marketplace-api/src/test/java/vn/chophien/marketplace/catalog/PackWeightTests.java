package vn.chophien.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackWeightTests {
    @ParameterizedTest
    @CsvSource({
        "'250 g', 250",
        "'1 kg', 1000",
        "'trái 2,5 kg', 2500",
        "'Túi 500gr', 500",
        "'Thùng 5kg', 5000",
        "'2 lạng', 200"
    })
    void isWhatLabelAndRecordAgreeOn(String label, int grams) {
        assertThat(PackWeight.stated(label, grams)).contains(new PackWeight(grams));
    }

    @ParameterizedTest
    @CsvSource({
        "'350 ml', 350",
        "'10 gói', 3000",
        "'1 kg', 1100",
        "'Hộp 2 kg + 500 g', 2000",
        "'1 kg', 0",
        "'Cỡ 0', 500",
        "'2 giỏ', 2"
    })
    void isUnknownWhereTheyDoNot(String label, int grams) {
        assertThat(PackWeight.stated(label, grams)).isEmpty();
    }

    @Test
    void makesPricesByTheKilogram() {
        assertThat(new PackWeight(250).pricePerKilogram(98_000)).isEqualTo(392_000);
        assertThat(new PackWeight(3000).pricePerKilogram(100_000)).isEqualTo(33_333);
    }
}
