package vn.chophien.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTests {

    private static final List<FoundText> NEAREST = List.of(
            new FoundText("Sầu riêng Ri6 Krông Pắc", "Ri6 durian", List.of("sầu riêng tươi"), null),
            new FoundText("Mật ong hoa cà phê", "Coffee blossom honey", null, null));

    @Test
    void givesTheWordsAsTheirSellersWriteThem() {
        assertThat(DidYouMean.of(SearchText.of("sau rieg"), NEAREST)).contains("sầu riêng");
        assertThat(DidYouMean.of(SearchText.of("mat ogn"), NEAREST)).contains("mật ong");
        assertThat(DidYouMean.of(SearchText.of("durain"), NEAREST)).contains("durian");
    }

    @Test
    void saysNothingWhenNothingIsNear() {
        assertThat(DidYouMean.of(SearchText.of("máy cày"), NEAREST)).isEmpty();
    }

    @Test
    void doesNotRepeatWhatWasTyped() {
        assertThat(DidYouMean.of(SearchText.of("mat ong"), NEAREST)).isEmpty();
    }

    @Test
    void doesNotTakeAnotherWordForASlip() {
        assertThat(DidYouMean.of(SearchText.of("sầu riêng ri6"), NEAREST)).isEmpty();
        assertThat(DidYouMean.of(SearchText.of("sầu riêng sấy"), NEAREST)).isEmpty();
    }

    @Test
    void countsEdits() {
        assertThat(DidYouMean.distance("rieng", "rieg", 3)).isEqualTo(1);
        assertThat(DidYouMean.distance("ogn", "ong", 3)).isEqualTo(1);
        assertThat(DidYouMean.distance("abc", "xyz", 2)).isEqualTo(3);
    }
}
