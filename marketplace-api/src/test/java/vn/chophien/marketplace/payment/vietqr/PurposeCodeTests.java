package vn.chophien.marketplace.payment.vietqr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PurposeCodeTests {

    @Test
    void isTheNumberWithoutItsDash() {
        assertThat(PurposeCode.ofPart("DH2611210001-1").value()).isEqualTo("DH26112100011");
        assertThat(PurposeCode.ofPart("DH26112112345-9").value()).isEqualTo("DH261121123459");
        assertThatThrownBy(() -> PurposeCode.ofPart("DH2611210001")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void differsForNumbersThatReadAlike() {
        assertThat(PurposeCode.ofPart("DH2611211000-11")).isNotEqualTo(PurposeCode.ofPart("DH26112110001-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DH26112100011",
                "dh26112100011",
                "DH2611210001-1",
                "DH 261121 0001 1",
                "MBVCB.6712345.DH26112100011.CT tu 0011001234567 NGUYEN VAN A toi 4000205123456",
                "CUSTOMER DH26112100011-CHUYEN TIEN-OQCH0001234-MOMO",
                "Nguyen Thi Thu thanh toan don hang dh2611210001.1 cam on",
                "IBFT DH26112100011 20261122 103015",
                "QR - DH26112100011GD 123456"
            })
    void isFoundInWhateverBanksMakeOfIt(String text) {
        assertThat(PurposeCode.candidatesIn(text)).contains(new PurposeCode("DH26112100011"));
    }

    @Test
    void comesFirstWhereAWordEndsWithIt() {
        assertThat(PurposeCode.candidatesIn("DH26112100011 20261122").getFirst().value())
                .isEqualTo("DH26112100011");
        assertThat(PurposeCode.candidatesIn("DH26112100011234").getFirst().value())
                .isEqualTo("DH26112100011234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Thanh toan tien ca phe", "DH261121", "HD26112100011", "2611210001-1"})
    void isNotFoundWhereThereIsNone(String text) {
        assertThat(PurposeCode.candidatesIn(text)).isEmpty();
    }

    @Property
    void isFoundAmongOtherWords(
            @ForAll @IntRange(min = 1, max = 99_999) int sequence,
            @ForAll @IntRange(min = 1, max = 120) int shop,
            @ForAll String before,
            @ForAll boolean dashed) {
        var number = "DH261121%04d-%d".formatted(sequence, shop);
        var code = PurposeCode.ofPart(number);
        var written = before + " " + (dashed ? number : code.value()) + " chuyen khoan";
        assertThat(PurposeCode.candidatesIn(written)).contains(code);
        assertThat(code.value().length()).isLessThanOrEqualTo(VietQrCode.LONGEST_PURPOSE);
    }
}
