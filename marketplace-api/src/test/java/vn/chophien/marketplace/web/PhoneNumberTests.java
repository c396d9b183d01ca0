package vn.chophien.marketplace.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0912345678",
                "0912 345 678",
                "+84 912-345-678",
                "+84 (0) 912-345-678",
                "84912345678",
                "0084912345678",
                "(+84) 0912.345.678"
            })
    void readsWhateverPeopleWrite(String text) {
        assertThat(PhoneNumber.parse(text)).contains(new PhoneNumber("0912345678"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "113",
                "912345678",
                "091234567",
                "091234567a",
                "09123456789",
                "0112345678",
                "0212345678",
                "+1 202 555 0101",
                "điện thoại"
            })
    void refusesWhatIsNoNumberHere(String text) {
        assertThat(PhoneNumber.parse(text)).isEmpty();
    }

    @Test
    void tellsMobilesFromLandlines() {
        assertThat(PhoneNumber.parseMobile("+84 912 345 678")).contains(new PhoneNumber("0912345678"));
        assertThat(PhoneNumber.parse("024 3825 0000")).contains(new PhoneNumber("02438250000"));
        assertThat(PhoneNumber.parseMobile("024 3825 0000")).isEmpty();
    }
}
