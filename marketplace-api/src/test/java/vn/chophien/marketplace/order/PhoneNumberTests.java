package vn.chophien.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0912345678",
                "0912 345 678",
                "0912.345.678",
                "+84912345678",
                "+84 (0) 912-345-678",
                "84912345678",
                "0084 912 345 678"
            })
    void readsAMobileNumberHoweverItIsWritten(String text) {
        assertThat(PhoneNumber.of(text)).contains(new PhoneNumber("0912345678"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "912345678", "0212345678", "02438250000", "09123456789", "091234567a", "+1 912 345 6789"})
    void refusesWhatIsNoVietnameseMobileNumber(String text) {
        assertThat(PhoneNumber.of(text)).isEmpty();
    }
}
