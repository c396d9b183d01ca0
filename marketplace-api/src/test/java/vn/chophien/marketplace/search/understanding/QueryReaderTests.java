package vn.chophien.marketplace.search.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chophien.marketplace.place.Places;

class QueryReaderTests {

    private static final QueryReader READER = new QueryReader(new Places());

    @ParameterizedTest
    @CsvSource({
        "mật ong dưới 200k, , 200000",
        "mat ong duoi 200 nghin, , 200000",
        "mật ong trên 1 triệu, 1000000, ",
        "mật ong từ 100 đến 300 nghìn, 100000, 300000",
        "mật ong 100-300k, 100000, 300000",
        "mật ong không quá 150.000đ, , 150000",
        "mật ong 1tr5 trở xuống, , 1500000",
        "mật ong dưới 1 triệu rưỡi, , 1500000",
        "'honey under 250,000', , 250000",
        "mật ong từ 500 đến 1 triệu, 500000, 1000000",
        "mật ong 100.000 đến 300k, 100000, 300000",
        "mật ong dưới 1 triệu 500 nghìn, , 1500000",
        "mật ong dưới 1tr500, , 1500000",
        "mật ong từ 200k, 200000, ",
        "honey from 200k, 200000, ",
        "mật ong 500k, 350000, 650000",
        "mật ong dưới 500k 2 chai, , 500000",
        "'mật ong dưới 9.223.372.036.854.775.807', , 1000000000000",
        "honey between 100k and 200k, 100000, 200000",
        "mật ong tầm 100k, 70000, 130000"
    })
    void readsPrices(String typed, Long min, Long max) {
        var reading = READER.read(typed);
        assertThat(reading.demands()).singleElement().isInstanceOfSatisfying(Demand.Price.class, price -> {
            assertThat(price.min()).isEqualTo(min);
            assertThat(price.max()).isEqualTo(max);
        });
        assertThat(head(reading)).containsExactly("mật ong");
    }

    @ParameterizedTest
    @CsvSource({
        "trà 5 sao, 5",
        "trà từ 4 sao, '4,5'",
        "trà 4 sao trở lên, '4,5'",
        "trà 3-5 sao, '3,4,5'",
        "trà từ 3 đến 5 sao, '3,4,5'",
        "trà 4 hoặc 5 sao, '4,5'",
        "trà ocop, '3,4,5'",
        "trà ocop bốn sao, 4",
        "five-star tea, 5",
        "tra 4* , 4"
    })
    void readsStars(String typed, String stars) {
        var reading = READER.read(typed);
        assertThat(reading.demands())
                .singleElement()
                .isInstanceOfSatisfying(
                        Demand.Stars.class,
                        demand -> assertThat(demand.stars().stream().map(String::valueOf))
                                .containsExactly(stars.split(",")));
        assertThat(head(reading)).containsExactly("trà");
    }

    @ParameterizedTest
    @CsvSource({
        "cà phê Đắk Lắk, 66",
        "ca phe dak lak, 66",
        "cá ngừ Phú Yên, 66",
        "vải Hải Dương, 31",
        "nước mắm Phú Quốc, 91",
        "trà Hà Giang, 08",
        "coffee from Da Lat, 68",
        "tôm Sài Gòn, 79"
    })
    void readsPlacesOldAndNew(String typed, String province) {
        assertThat(READER.read(typed).demands())
                .singleElement()
                .isInstanceOfSatisfying(
                        Demand.Place.class,
                        place -> assertThat(place.provinces()).contains(province));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quà 8-3",
                "homestay 4-6 người",
                "tour 2 đến 3 ngày",
                "tơ tằm 1m8",
                "cá đuối 3 miếng",
                "sáo trúc 5 sáo",
                "Việt Nam sao vàng"
            })
    void takesNoOtherNumberForAPriceOrStars(String typed) {
        assertThat(READER.read(typed).demands())
                .noneMatch(demand -> demand instanceof Demand.Price || demand instanceof Demand.Stars);
    }

    @Test
    void readsOnlyAsMuchAsAnybodyTypes() {
        assertThat(READER.read("mật ong ".repeat(1_000)).words()).hasSize(24);
    }

    @Test
    void readsEverythingElseThatCanBeDemanded() {
        assertThat(READER.read("trà hữu cơ").demands()).containsExactly(new Demand.Certificate("hữu cơ", "huu-co"));
        assertThat(READER.read("organic tea").demands()).containsExactly(new Demand.Certificate("organic", "huu-co"));
        assertThat(READER.read("quà Tết").demands()).containsExactly(new Demand.Gift("quà Tết"));
        assertThat(READER.read("trái cây đang mùa").demands()).containsExactly(new Demand.InSeason("đang mùa"));
        assertThat(READER.read("cà phê 500g").demands()).containsExactly(new Demand.Pack("500g", "500g"));
        assertThat(READER.read("cà phê nửa ký").demands()).containsExactly(new Demand.Pack("nửa ký", "500g"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nước mắm 40 độ đạm", "nước mắm 40N", "nước mắm 40°N", "nuoc mam 40 do dam"})
    void readsHowStrongAFishSauceIs(String typed) {
        var reading = READER.read(typed);
        assertThat(head(reading)).containsExactly("nước mắm");
        assertThat(reading.terms()).hasSize(1);
        assertThat(reading.demands())
                .singleElement()
                .isInstanceOfSatisfying(
                        Demand.Pack.class, pack -> assertThat(pack.pack()).isEqualTo("40n"));
    }

    @ParameterizedTest
    @CsvSource({"trà miền Bắc, 19", "trái cây miền nam, 86", "mắm mien trung, 46", "tea from Northern Vietnam, 19"})
    void readsThePartsOfTheCountry(String typed, String province) {
        assertThat(READER.read(typed).demands())
                .singleElement()
                .isInstanceOfSatisfying(
                        Demand.Place.class,
                        place ->
                                assertThat(place.provinces()).contains(province).hasSizeLessThan(20));
    }

    @Test
    void looksForNothingBesideTheThing() {
        assertThat(READER.read("trái cây theo mùa").demands()).containsExactly(new Demand.InSeason("theo mùa"));
        assertThat(READER.read("đi chợ nổi").terms()).hasSize(1);
        assertThat(READER.read("gạo chất lượng cao").terms()).hasSize(1);
        assertThat(READER.read("chè vùng cao").terms()).hasSize(1);
        assertThat(READER.read("homestay đảo Lý Sơn").terms()).hasSize(1);
    }

    @Test
    void knowsThePartsOfANameOnlyWhereEachIsAThing() {
        assertThat(READER.read("khăn lụa").terms().getFirst().parts()).containsExactly(List.of("khăn"), List.of("lụa"));
        assertThat(READER.read("ca trù").terms().getFirst().parts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"thuê nhà cũ", "ngon rẻ", "cơm nhà làm", "trầu xanh"})
    void leavesWordsAloneThatAreWrittenOut(String typed) {
        assertThat(READER.correct(READER.read(typed))).isEmpty();
    }

    @Test
    void takesTheFirstThingInVietnameseAndTheLastInEnglishForTheHead() {
        assertThat(head(READER.read("trà vỏ cam"))).contains("trà vỏ cam");
        assertThat(head(READER.read("custard apple wine"))).contains("rượu");
        assertThat(head(READER.read("tea with lotus"))).containsExactly("trà");
    }

    @Test
    void decodesKeystrokesOnlyWhereThatMakesSense() {
        assertThat(READER.read("caf phee")).satisfies(reading -> {
            assertThat(reading.decoded()).isTrue();
            assertThat(reading.text()).isEqualTo("cà phê");
        });
        assertThat(READER.read("beef jerky").decoded()).isFalse();
        assertThat(READER.read("coffe").decoded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mắc ca R'Lấp",
                "mắc ca R’Lấp",
                "mac ca r'lap",
                "mắc ca rlấp",
                "mắc ca r lấp",
                "mắc ca Đắk R'Lấp",
                "mắc ca đăk r’lấp"
            })
    void readsANameOfTheHighlandsHoweverItIsWritten(String typed) {
        assertThat(READER.read(typed).demands())
                .singleElement()
                .satisfies(demand ->
                        assertThat(((Demand.Place) demand).provinces()).containsExactly("68"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cà phê Cư M'gar", "cà phê cư m’gar", "ca phe cu mgar", "ca phe cu m gar", "cà phê Cư M gar"})
    void readsTheSameTownInAllOfThem(String typed) {
        assertThat(READER.read(typed).demands())
                .singleElement()
                .satisfies(demand ->
                        assertThat(((Demand.Place) demand).provinces()).containsExactly("66"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nho Phan Rang-Tháp Chàm", "nho phan rang tháp chàm", "nho phan rang - thap cham"})
    void readsANameOfTwoTownsAsOne(String typed) {
        assertThat(READER.read(typed).demands()).singleElement().isInstanceOf(Demand.Place.class);
        assertThat(READER.read(typed).terms()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"đàn t'rưng", "đàn t’rưng", "đàn trưng", "đàn t rưng", "dan t'rung"})
    void readsAnApostropheOrNone(String typed) {
        assertThat(head(READER.read(typed))).containsExactly("đàn t'rưng");
    }

    @Test
    void leavesALetterAloneThatNamesAGrade() {
        assertThat(READER.read("cà phê loại A").words()).containsExactly("cà", "phê", "loại", "A");
        assertThat(READER.read("vitamin c chanh").words()).containsExactly("vitamin", "c", "chanh");
    }

    @Test
    void readsATownThatIsAThingAsWrittenAndOtherwise() {
        var town = READER.read("cá tra Thốt Nốt");
        assertThat(town.demands()).singleElement().isInstanceOf(Demand.Place.class);
        assertThat(READER.readOtherwise(town).orElseThrow().demands()).isEmpty();

        var palm = READER.read("cá tra thốt nốt");
        assertThat(palm.demands()).isEmpty();
        assertThat(READER.readOtherwise(palm).orElseThrow().demands())
                .singleElement()
                .isInstanceOf(Demand.Place.class);
        assertThat(READER.readOtherwise(READER.read("cà phê Đắk Lắk"))).isEmpty();
    }

    @Test
    void takesASyllableBesideAnUnknownOneForPartOfAName() {
        assertThat(READER.read("rượu Bàu Đá").terms().getLast().loose()).isTrue();
        assertThat(READER.read("mật ong nấm").terms().getLast().loose()).isFalse();
    }

    @Test
    void joinsAPropertyAndAThingToWhatTheyMeanTogether() {
        assertThat(head(READER.read("dried mango"))).containsExactly("xoài sấy");
    }

    @Test
    void completesTheLastWord() {
        assertThat(head(READER.read("mật o"))).contains("mật ong");
    }

    @ParameterizedTest
    @CsvSource({
        "sau rieg, sầu riêng",
        "sử riêng, sầu riêng",
        "bánh dậu xanh, bánh đậu xanh",
        "măng cuc, măng cụt",
        "dò lụa, giò lụa",
        "sâm giây ngọc linh, sâm dây ngọc linh",
        "hạt điều lang muối, hạt điều rang muối"
    })
    void proposesWhatWasMeant(String typed, String meant) {
        assertThat(READER.correct(READER.read(typed))).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hàng có chứng nhận halal",
                "sản phẩm đạt tiêu chuẩn halal",
                "loại nào được chứng nhận Halal",
                "hang co chung chi halal",
                "halal certified products",
                "products with halal certificate"
            })
    void asksForACertificateInWordsThatAskForNothingElse(String typed) {
        var reading = READER.read(typed);
        assertThat(reading.terms()).isEmpty();
        assertThat(reading.demands()).singleElement().isInstanceOf(Demand.Certificate.class);
        assertThat(READER.correct(reading)).isEmpty();
    }

    @Test
    void correctsNoWordsThatAskForNothing() {
        assertThat(READER.correct(READER.read("hàng có chứng nhận"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "+", "5 sao", "dưới", "0k", "99999999999999999999k", "từ đến", "-", "\uD800"})
    void takesOddText(String typed) {
        assertThat(READER.read(typed)).isNotNull();
    }

    @Property(tries = 300)
    void takesAnyText(@ForAll String typed) {
        var reading = READER.read(typed);
        assertThat(READER.correct(reading)).isNotNull();
    }

    private static List<String> head(Reading reading) {
        return Objects.requireNonNull(reading.head()).ids();
    }
}
