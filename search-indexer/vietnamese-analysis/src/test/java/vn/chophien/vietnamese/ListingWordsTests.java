package vn.chophien.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListingWordsTests {

    @Test
    void aThingIsWhatItsNameBeginsWith() {
        var wine = of("Rượu na ủ chum Chi Lăng", "Rượu");
        assertThat(wine.kinds()).contains("rượu na", "rượu", "[rượu bia]").doesNotContain("na");
        assertThat(wine.inName()).contains("na");
    }

    @Test
    void aKindIsAlsoEverythingItIsAKindOf() {
        assertThat(of("Tôm sú sinh thái", "Thủy sản").kinds()).contains("tôm sú", "tôm", "[thủy sản]");
    }

    @Test
    void namesOfPlacesAreNoThings() {
        assertThat(of("Quế Trà My thanh cạo vỏ", "Gia vị").inName())
                .contains("quế")
                .doesNotContain("trà");
    }

    @Test
    void seedlingsAreNoFruit() {
        var seedling = of("Sầu riêng Musang King ghép chữ U", "Cây giống và hạt giống");
        assertThat(seedling.kinds()).contains("cây giống").doesNotContain("sầu riêng");
        assertThat(seedling.inName()).contains("sầu riêng");
    }

    @Test
    void toursAreNoCoffee() {
        var tour = ListingWords.of(
                new ListingWords.Texts("Một ngày hái cà phê", "Coffee day", List.of(), List.of(), "Tour", true),
                Lexicon.ofTheMarket());
        assertThat(tour.kinds()).contains("[du lịch]").doesNotContain("cà phê");
    }

    @Test
    void writesPacksInOneForm() {
        assertThat(Measures.find("gói 0,5 kg; 500 g; chai 1 lít, nửa ký, 330ml"))
                .containsExactly("500g", "1000ml", "330ml");
        assertThat(Measures.find("5 sao, 2 khách, 40 độ")).isEmpty();
    }

    private static ListingWords of(String name, String category) {
        return ListingWords.of(
                new ListingWords.Texts(name, "", List.of(), List.of(), category, false), Lexicon.ofTheMarket());
    }
}
