package vn.chophien.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource({
        "Xã Thành Sen, Bơ 034 Thành Sen, hoa sen",
        "Sen Ngư, Gạo ST25 Sen Ngư, hoa sen",
        "Ngô Mây, Ổi lê ruột hồng Ngô Mây, ngô",
        "Phường Ngô Quyền, Ổi Ngô Quyền, ngô",
        "Trà My, Quế Trà My, trà",
        "Quế Sơn Trung, Bánh Quế Sơn, bánh quy",
        "Quế Sơn, Bánh Tráng Quế Sơn, quế",
        "Măng Đen, Rượu Sim Măng Đen, măng",
        "Phường Thanh Long, Mứt Gừng Thanh Long, thanh long",
    })
    void itsOwnPlaceIsNoThing(String commune, String name, String thing) {
        assertThat(from(commune, name).anywhere()).doesNotContain(thing).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Trà Linh, Sâm Ngọc Linh, sâm ngọc linh",
        "Ngọc Linh, Sâm Ngọc Linh ngâm mật ong, sâm ngọc linh",
        "Thành Sen, Sen Ngâm Đường Thành Sen, hoa sen",
        "Thành Sen, Trà ướp sen Thành Sen, trà sen",
        "Thanh Long, Thanh Long Ruột Đỏ, thanh long",
        "Phường Chũ, Mì Chũ, mì chũ",
        "Thuận Hóa, Bún Bò Huế, bún bò huế",
    })
    void aThingMayBeCalledAfterAPlace(String commune, String name, String thing) {
        assertThat(from(commune, name).inName()).contains(thing);
    }

    @ParameterizedTest
    @CsvSource({
        "Cà Phê Rang Xay, cà phê",
        "Muối Tôm Sả Ớt Tây Ninh, sả",
        "Sốt Ớt Tỏi, tỏi",
        "Trà Gừng Sả, sả",
        "Tôm Sấy Tỏi Ớt, tỏi"
    })
    void capitalsThroughoutSayNothing(String name, String thing) {
        assertThat(of(name, "").inName()).contains(thing);
    }

    @ParameterizedTest
    @CsvSource({"Quế Trà My, trà", "Quách Trà Vinh, trà", "Ổi Ngô Quyền, ngô"})
    void aNameBesideAnUnknownOneIsNoThing(String name, String thing) {
        assertThat(of(name, "").inName()).doesNotContain(thing).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Dứa cắt lát sấy dẻo, dứa sấy",
        "Thịt lợn bản treo gác bếp, thịt gác bếp",
        "Thịt lợn đen tẩm ướp gác bếp, thịt lợn",
        "Thịt trâu Đồng Văn gác bếp, trâu gác bếp",
        "Combo rau hữu cơ Đơn Dương, [rau củ]",
        "Set hạt dinh dưỡng 5 loại, [hạt dinh dưỡng]",
        "Tranh sơn mài phong cảnh, sơn mài",
        "Tỏi đen Lý Sơn, các loại tỏi",
        "Vải lanh dệt tay, vải dệt",
        "Chén gốm Lái Thiêu con gà, gốm",
        "Chén gốm Lái Thiêu con gà, bát"
    })
    void isWhatItsWholeNameSays(String name, String kind) {
        assertThat(of(name, "").kinds()).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sầu riêng tách múi cấp đông", "Rong nho tách nước", "Chè bưởi ly ăn liền", "Bát gáo dừa"})
    void aCupThatIsNoneIsNoPottery(String name) {
        assertThat(of(name, "").anywhere()).doesNotContain("gốm");
    }

    @Test
    void aPlantIsSpokenOfByTheNameOfItsFruit() {
        assertThat(of("Đào phai bonsai", "Cây cảnh").inName()).contains("đào");
        assertThat(of("Đào phai bonsai", "Cây cảnh").kinds()).doesNotContain("đào");
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
                new ListingWords.Texts(
                        "Một ngày hái cà phê", "Coffee day", List.of(), List.of(), "Tour", List.of(), true),
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
                new ListingWords.Texts(name, "", List.of(), List.of(), category, List.of(), false),
                Lexicon.ofTheMarket());
    }

    private static ListingWords from(String commune, String name) {
        return ListingWords.of(
                new ListingWords.Texts(name, "", List.of(), List.of(), "", List.of(commune, "Tỉnh Quảng Trị"), false),
                Lexicon.ofTheMarket());
    }
}
