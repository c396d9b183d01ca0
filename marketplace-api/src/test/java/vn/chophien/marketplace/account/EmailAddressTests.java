package vn.chophien.marketplace.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {
    @Test
    void normalisesWhatPeopleType() {
        assertThat(EmailAddress.parse("  Chi.Lan@Example.VN ")).contains(new EmailAddress("chi.lan@example.vn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lan", "lan@", "@example.vn", "lan@example", "lan@ex ample.vn", "a@b@example.vn"})
    void refusesWhatCannotBeAnAddress(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }
}
