package vn.chophien.storefront.forecastdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chophien.locales.Language;

class TypedFigureTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "112500|112500",
                "112.500|112500",
                "1.234.567,5|1234567.5",
                "112 500|112500",
                " 3,25 |3.25",
                "0,5|0.5"
            })
    void readsVietnameseFigures(String typed, BigDecimal figure) {
        assertThat(TypedFigure.read(typed, Language.VI)).contains(figure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"112,500|112500", "1,234,567.5|1234567.5", "3.25|3.25"})
    void readsEnglishFigures(String typed, BigDecimal figure) {
        assertThat(TypedFigure.read(typed, Language.EN)).contains(figure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "một trăm", "-5", "1,234", "1.23", "12.34.56", "1e9", "1.234,56789"})
    void refusesWhatIsNoneOrCouldBeTwo(String typed) {
        assertThat(TypedFigure.read(typed, Language.VI)).isEmpty();
    }
}
