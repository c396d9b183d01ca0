package vn.chophien.marketplace.seller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxCodeTests {
    @ParameterizedTest
    @CsvSource({
        "0100047516, 0100047516",
        "0101248141, 0101248141",
        "0300588569, 0300588569",
        "0101248141-001, 0101248141001",
        "01 01248141 001, 0101248141001",
        "6001.123.453, 6001123453",
        "9959151022, 9959151022",
        "001234567890, 001234567890"
    })
    void readsCodesAsPeopleWriteThem(String written, String digits) {
        assertThat(TaxCode.of(written)).map(TaxCode::digits).contains(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0300588568", // wrong check digit
                "0000000000", // province 00
                "0100000000", // serial 0000000
                "0101248141-000", // unit 000
                "010124814", // nine digits
                "01012481411", // eleven digits
                "0101248141-01",
                "A101248141",
                ""
            })
    void refusesWhatIsNoCode(String written) {
        assertThat(TaxCode.of(written)).isEmpty();
    }

    @Test
    void showsADependentUnitWithItsDash() {
        assertThat(new TaxCode("0101248141001").display()).isEqualTo("0101248141-001");
    }

    @Test
    void neverShowsAPersonsId() {
        var code = new TaxCode("001987654321");

        assertThat(code.isPersonal()).isTrue();
        assertThat(code.display()).isEqualTo("•••••••••321");
        assertThat(code).hasToString("•••••••••321");
    }
}
