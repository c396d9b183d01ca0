package vn.chophien.marketplace.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0912345678",
                "0912 345 678",
                "+84 912-345-678",
                "84912345678",
                "0084912345678",
                "(+84) 0912.345.678"
            })
    void readsWhateverPeopleWrite(String text) {
        assertThat(PhoneNumber.parse(text)).contains(new PhoneNumber("0912345678"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "113", "091234567", "09123456789", "0112345678", "+1 202 555 0101", "điện thoại"})
    void refusesWhatIsNoNumberHere(String text) {
        assertThat(PhoneNumber.parse(text)).isEmpty();
    }
}
