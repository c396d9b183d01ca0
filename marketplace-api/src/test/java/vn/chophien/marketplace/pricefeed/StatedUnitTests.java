package vn.chophien.marketplace.pricefeed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedUnitTests {
    @ParameterizedTest
    @CsvSource({
        "đ/kg, 1, VND, KILOGRAM",
        "Đồng/Kg, 1, VND, KILOGRAM",
        "VNĐ / kg, 1, VND, KILOGRAM",
        "₫/kg, 1, VND, KILOGRAM",
        "kg, 1, VND, KILOGRAM",
        "nghìn đồng/kg, 1000, VND, KILOGRAM",
        "ngàn đ/kg, 1000, VND, KILOGRAM",
        "k/kg, 1000, VND, KILOGRAM",
        "đ/yến, 1, VND, YEN",
        "đ/tạ, 1, VND, QUINTAL",
        "đ/tấn, 1, VND, TONNE",
        "triệu đồng/tấn, 1000000, VND, TONNE",
        "đ/quả, 1, VND, PIECE",
        "USD/kg, 1, USD, KILOGRAM",
        "USD/mt, 1, USD, TONNE",
        "USD/cubic meter, 1, USD, CUBIC_METER",
        "INR/kg, 1, INR, KILOGRAM"
    })
    void readsUnitsAsTablesWriteThem(String text, String multiple, String currency, Measure measure) {
        assertThat(StatedUnit.parse(text)).contains(new StatedUnit(new BigDecimal(multiple), currency, measure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/kg", "đồng", "đ/lít", "xyz/kg", "kg/đ", "nghìn"})
    void readsNothingIntoOtherTexts(String text) {
        assertThat(StatedUnit.parse(text)).isEmpty();
    }

    @Test
    void convertsBetweenWeightsExactly() {
        assertThat(factor("nghìn đồng/kg")).contains(new BigDecimal("1000"));
        assertThat(factor("đ/yến"))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("0.1"));
        assertThat(factor("đ/tạ")).hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("0.01"));
        assertThat(factor("triệu đồng/tấn"))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("1000"));
    }

    @Test
    void convertsNeitherPiecesNorCurrencies() {
        assertThat(factor("đ/quả")).isEmpty();
        assertThat(factor("USD/kg")).isEmpty();
    }

    private static java.util.Optional<BigDecimal> factor(String text) {
        return StatedUnit.parse(text).flatMap(unit -> unit.factorTo("VND", Measure.KILOGRAM));
    }
}
