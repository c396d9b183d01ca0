package vn.chophien.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.vietnamese.LexiconMistake.Kind;

class LexiconCheckTests {

    private static final String FAMILY = "[trái cây | fruit]\n";

    @Test
    void findsNothingInTheFileOfTheBuild() {
        assertThat(LexiconCheck.of(Lexicon.fileOfTheBuild())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "cam; cam | orange            # 6  # DUPLICATE_NAME # cam",
                "cam | orange | < quả         # 18 # UNKNOWN_WORD   # quả",
                "mứt cam | | + cam            # 15 # UNKNOWN_WORD   # cam",
                "cam | orange | mandarin      # 16 # BAD_MARK       # |",
                "c~am | orange                # 2  # BAD_MARK       # c~am",
                "cam; ~ | orange              # 6  # BAD_MARK       # ~",
                "cam | orange | <             # 16 # BAD_MARK       # <",
                "[rau                         # 1  # BAD_MARK       # [",
                "cam; qu=ýt | orange          # 6  # BAD_CHARACTER  # qu=ýt",
                "cam | orange | < cam chua    # 18 # UNKNOWN_WORD   # cam chua",
                "| orange | < x               # 14 # UNKNOWN_WORD   # x"
            })
    void namesThePlaceOfAMistake(String line, int column, Kind kind, String about) {
        assertThat(LexiconCheck.of(FAMILY + line)).contains(new LexiconMistake(2, column, kind, about));
    }

    @Test
    void namesALineThatNamesNothingOrStandsNowhere() {
        assertThat(LexiconCheck.of("cam | orange"))
                .containsExactly(new LexiconMistake(1, 1, Kind.NO_SECTION, "cam | orange"));
        assertThat(LexiconCheck.of(FAMILY + " | | "))
                .extracting(LexiconMistake::kind)
                .contains(Kind.NO_NAME);
    }

    @Test
    void refusesMarksThatOnlyLookRight() {
        assertThat(LexiconCheck.of(FAMILY + "ba\u0300nh | cake"))
                .extracting(LexiconMistake::line, LexiconMistake::column, LexiconMistake::kind)
                .containsExactly(tuple(2, 2, Kind.NOT_COMPOSED));
    }

    @Test
    void refusesAThingOfTwoFamiliesAndACircle() {
        assertThat(LexiconCheck.of(FAMILY + "cam | orange\n[rau | vegetables]\ncam | cam"))
                .containsExactly(new LexiconMistake(4, 1, Kind.CONTRADICTION, "cam"));
        assertThat(LexiconCheck.of(FAMILY + "cam | | < quýt\nquýt | | < cam"))
                .extracting(LexiconMistake::kind)
                .containsOnly(Kind.CONTRADICTION);
    }

    @Test
    void findsEveryMistakeInTheOrderOfTheFile() {
        assertThat(LexiconCheck.of(FAMILY + "cam; cam\nquýt | | < quả"))
                .extracting(LexiconMistake::line)
                .containsExactly(2, 3);
    }

    @Property(tries = 300)
    void takesAnyText(@ForAll String text) {
        assertThat(LexiconCheck.of(text)).isNotNull();
    }

    /** What the check lets pass can be read. */
    @Property(tries = 300)
    void passesOnlyWhatCanBeRead(@ForAll @Chars({'a', ';', '|', '<', '+', '~', ' ', ':', '\n', ',', 'b'}) String text) {
        if (LexiconCheck.of(FAMILY + text).isEmpty()) {
            assertThat(Lexicon.of(FAMILY + text).names()).isNotEmpty();
        }
    }
}
