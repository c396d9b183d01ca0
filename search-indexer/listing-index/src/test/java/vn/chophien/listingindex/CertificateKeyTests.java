package vn.chophien.listingindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateKeyTests {

    @ParameterizedTest
    @CsvSource({
        "VietGAP, vietgap",
        "Viet GAP chăn nuôi, vietgap",
        "GlobalGAP, globalgap",
        "ISO 22000:2018, iso",
        "ISO22000, iso",
        "HACCP, haccp",
        "Hữu cơ (đánh giá nội bộ), huu-co",
        "EU Organic, huu-co",
        "Chứng nhận Mai Sơn, ''",
        "Nhãn hiệu tập thể Hải Sơn, ''"
    })
    void namesTheCertificatesThatAreAskedFor(String written, String keys) {
        assertThat(CertificateKey.of(written))
                .containsExactlyElementsOf(keys.isEmpty() ? java.util.List.of() : Arrays.asList(keys.split(",")));
    }
}
