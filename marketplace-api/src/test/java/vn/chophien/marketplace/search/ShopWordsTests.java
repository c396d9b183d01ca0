package vn.chophien.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopWordsTests {

    @ParameterizedTest
    @CsvSource({
        "Hợp tác xã Đồi Gió, Đồi Gió",
        "HTX Khâm Đức, Khâm Đức",
        "htx, ''",
        "hop t, ''",
        "hợp, hợp",
        "h, h",
        "Doi Gio Cooperative, Doi Gio",
        "Cooperative, ''",
        "Tổ hợp tác Vườn Xanh, Vườn Xanh",
        "Mật Ong Rừng, Mật Ong Rừng"
    })
    void keepsWhatTellsAShopFromOthers(String text, String own) {
        assertThat(String.join(" ", ShopWords.own(text))).isEqualTo(own);
    }
}
