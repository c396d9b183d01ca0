package vn.chophien.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeystrokesTests {

    @ParameterizedTest
    @CsvSource({
        "caf phee, cà phê",
        "ca2 phe6, cà phê",
        "saauf rieeng, sầu riêng",
        "sa6u2 rie6ng, sầu riêng",
        "hoof tieeu, hồ tiêu",
        "ho62 tie6u, hồ tiêu",
        "ddawsk lawsk, đắk lắk",
        "d9a81k la81k, đắk lắk",
        "maatj ong, mật ong",
        "ma6t5 ong, mật ong",
        "nuwowcs mawms, nước mắm",
        "bu7o7i3, bưởi",
        "ruwouj, rượu"
    })
    void readsTelexAndVni(String keys, String meant) {
        assertThat(Keystrokes.decode(keys)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca phe", "coffee", "honey", "robusta", "st25", "cà phê", "organic", "500g", "ong"})
    void leavesAloneWhatWritesNoSyllable(String text) {
        assertThat(Keystrokes.decode(text)).isEmpty();
    }

    @Test
    void takesAToneBackThatIsPressedTwice() {
        assertThat(Keystrokes.decodeWord("coff")).isEmpty();
    }

    @Property
    void takesAnyText(@ForAll String text) {
        assertThat(Keystrokes.decode(text)).isNotNull();
        assertThat(Keystrokes.decodeWord(text)).isNotNull();
    }
}
