package vn.chophien.marketplace.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.locales.Language;

class PlacesTests {
    private static final Places PLACES = new Places();

    @Test
    void knowsAllUnitsInForce() {
        assertThat(PLACES.provinces()).hasSize(34);
        assertThat(PLACES.communes()).hasSize(3321);
        assertThat(PLACES.provinces().stream().filter(Province::city)).hasSize(9);
        assertThat(PLACES.communes())
                .allMatch(commune -> PLACES.province(commune.provinceCode()).isPresent());
        assertThat(PLACES.provinces().stream()
                        .mapToInt(province -> PLACES.communes(province.code()).size())
                        .sum())
                .isEqualTo(3321);
    }

    @Test
    void namesThemInBothLanguages() {
        var dakLak = PLACES.province("66").orElseThrow();

        assertThat(dakLak.fullName(Language.VI)).isEqualTo("Tỉnh Đắk Lắk");
        assertThat(dakLak.fullName(Language.EN)).isEqualTo("Dak Lak Province");
    }

    @ParameterizedTest
    @CsvSource({
        "Đắk Lắk, 66",
        "Tỉnh Đắk Lắk, 66",
        "dak lak, 66",
        "Daklak, 66",
        "Đăk Lăk, 66",
        "TP. Hồ Chí Minh, 79",
        "TP Hồ Chí Minh, 79",
        "Thành phố Hồ Chí Minh, 79",
        "Khánh Hoà, 56",
        "Khánh Hòa, 56",
        "hải phòng, 31",
    })
    void findsAProvinceHoweverItIsWritten(String name, String code) {
        assertThat(PLACES.provinceNamed(name)).map(Province::code).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Cư M’gar", "Cư M'gar", "Xã Cư M'gar", "cu mgar", "CƯ M'GAR", "Cư Mgar", "xa cu m'gar"})
    void findsACommuneWithWhateverApostrophe(String name) {
        assertThat(PLACES.communeNamed("66", name)).map(Commune::nameVi).contains("Cư M’gar");
    }

    @Test
    void doesNotGuessBetweenTwoPlaces() {
        assertThat(PLACES.communeNamed("82", "Mỹ Tho")).map(Commune::nameVi).contains("Mỹ Tho");
        assertThat(PLACES.communeNamed("82", "Mỹ Thọ")).map(Commune::nameVi).contains("Mỹ Thọ");
        assertThat(PLACES.communeNamed("82", "my tho")).isEmpty();
    }

    @Test
    void findsEveryUnitByItsOwnFullName() {
        assertThat(PLACES.communes())
                .allSatisfy(commune -> assertThat(PLACES.communeNamed(commune.provinceCode(), commune.fullNameVi()))
                        .contains(commune));
    }

    @Test
    void doesNotKnowWhatIsNotThere() {
        assertThat(PLACES.provinceNamed("Atlantis")).isEmpty();
        assertThat(PLACES.communeNamed("66", "Atlantis")).isEmpty();
        assertThat(PLACES.communeNamed("99", "Cư M'gar")).isEmpty();
        assertThat(PLACES.communes("99")).isEmpty();
    }
}
