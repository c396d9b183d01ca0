package vn.chophien.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.search.understanding.QueryReader;

class UnderstandingTests {

    private static final QueryReader READER = new QueryReader(new Places());

    @ParameterizedTest
    @CsvSource({
        "trà hữu cơ, trà",
        "trà hữu-cơ, trà",
        "tôm  Cà   Mau, tôm",
        "tôm TP.HCM, tôm",
        "mật ong dưới 200.000đ, mật ong",
        "trà 5 sao, trà",
        "organic tea, tea"
    })
    void tellsTheTextThatIsLeftWithoutACondition(String typed, String left) {
        var filters = Understanding.of(READER.read(typed)).filters();
        assertThat(filters).hasSize(1);
        assertThat(filters.getFirst().without()).isEqualTo(left);
        assertThat(READER.read(filters.getFirst().without()).demands()).isEmpty();
    }
}
