package vn.chophien.marketplace.payment.vietqr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.payment.vietqr.VietQrCode.Service;

class VietQrCodeTests {

    static Stream<JsonNode> samples() throws IOException {
        try (var file = VietQrCodeTests.class.getResourceAsStream("samples.json")) {
            return JsonMapper.shared()
                    .readTree(Objects.requireNonNull(file).readAllBytes())
                    .get("samples")
                    .valueStream()
                    .toList()
                    .stream();
        }
    }

    static Stream<JsonNode> validSamples() throws IOException {
        return samples().filter(sample -> sample.get("valid").asBoolean());
    }

    @ParameterizedTest
    @MethodSource("validSamples")
    void writesTheSamplesByteForByte(JsonNode sample) {
        assertThat(code(sample.get("input")).payload())
                .isEqualTo(sample.get("payload").asString());
    }

    @ParameterizedTest
    @MethodSource("validSamples")
    void readsTheSamples(JsonNode sample) {
        assertThat(VietQrCode.parse(sample.get("payload").asString())).isEqualTo(code(sample.get("input")));
    }

    @Test
    void refusesTheSampleWithTheWrongChecksum() throws IOException {
        var damaged = samples()
                .filter(sample -> !sample.get("valid").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> VietQrCode.parse(damaged.get("payload").asString()))
                .isInstanceOf(UnreadableCode.class)
                .hasMessageContaining("AE90")
                .hasMessageContaining(damaged.get("expected_crc").asString());
    }

    @Property
    void readsWhatItWrote(@ForAll("codes") VietQrCode code) {
        assertThat(VietQrCode.parse(code.payload())).isEqualTo(code);
    }

    @Property
    void noticesEveryChangedCharacter(
            @ForAll("codes") VietQrCode code,
            @ForAll @IntRange(max = 500) int place,
            @ForAll @IntRange(min = 1, max = 94) int shift) {
        var payload = code.payload();
        var at = place % payload.length();
        var other = (char) (' ' + (payload.charAt(at) - ' ' + shift) % 95);
        var damaged = payload.substring(0, at) + other + payload.substring(at + 1);
        assertThatThrownBy(() -> VietQrCode.parse(damaged)).isInstanceOf(UnreadableCode.class);
    }

    @Property
    void failsOnForeignTextOnlyByName(@ForAll String text) {
        assertThatThrownBy(() -> VietQrCode.parse(text)).isInstanceOf(UnreadableCode.class);
    }

    @Test
    void passesOverFieldsOfOthers() {
        var body = "000201010212" + "38570010A00000072701270006970436011300110012345670208QRIBFTTA" + "5303704"
                + "5802VN" + "5909HTX CU MG" + "6304";
        var code = VietQrCode.parse(body + Checksum.of(body));
        assertThat(code.account()).isEqualTo("0011001234567");
        assertThat(code.amount()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // another currency, another country, another network, a cut-off field, no fields at all
                "00020101021138530010A00000072701230006970416010925767885902" + "08QRIBFTTA53038405802VN6304",
                "00020101021138530010A00000072701230006970416010925767885902" + "08QRIBFTTA53037045802US6304",
                "00020101021138530010A00000099901230006970416010925767885902" + "08QRIBFTTA53037045802VN6304",
                "0002010102113899" + "6304",
                "6304"
            })
    void refusesWhatIsNoVietQrAlthoughItsChecksumIsRight(String body) {
        assertThatThrownBy(() -> VietQrCode.parse(body + Checksum.of(body))).isInstanceOf(UnreadableCode.class);
    }

    @Test
    void refusesToWriteWhatNoBankCouldRead() {
        assertThatThrownBy(() -> VietQrCode.once("97043", "1", 1, "A")).hasMessageContaining("bank");
        assertThatThrownBy(() -> VietQrCode.once("970436", "12 34", 1, "A")).hasMessageContaining("account");
        assertThatThrownBy(() -> VietQrCode.once("970436", "1", 0, "A")).hasMessageContaining("amount");
        assertThatThrownBy(() -> VietQrCode.once("970436", "1", 1, "Đơn hàng")).hasMessageContaining("purpose");
        assertThatThrownBy(() -> VietQrCode.once("970436", "1", 1, "A".repeat(26)))
                .hasMessageContaining("purpose");
    }

    @Provide
    Arbitrary<VietQrCode> codes() {
        return Combinators.combine(
                        Arbitraries.strings().numeric().ofLength(6),
                        Arbitraries.strings()
                                .numeric()
                                .withCharRange('A', 'Z')
                                .ofMinLength(1)
                                .ofMaxLength(19),
                        Arbitraries.of(Service.class),
                        Arbitraries.longs().between(1, 9_999_999_999_999L).injectNull(0.2),
                        Arbitraries.strings()
                                .withCharRange(' ', '~')
                                .ofMinLength(1)
                                .ofMaxLength(VietQrCode.LONGEST_PURPOSE)
                                .injectNull(0.2))
                .as(VietQrCode::new);
    }

    private static VietQrCode code(JsonNode input) {
        return new VietQrCode(
                input.get("bin").asString(),
                input.get("account").asString(),
                input.get("service").asString().equals("QRIBFTTC") ? Service.CARD : Service.ACCOUNT,
                input.get("amount").isNull() ? null : input.get("amount").asLong(),
                textOrNull(input.get("purpose")));
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isNull() ? null : node.asString();
    }
}
