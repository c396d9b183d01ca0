package vn.chophien.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposedLettersTests {

    private static final String ALL = IntStream.range(0, Character.MAX_VALUE + 1)
            .mapToObj(character -> String.valueOf((char) character))
            .filter(ComposedLetters::isAllOf)
            .collect(Collectors.joining());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cà phê Đắk Lắk 500 g",
                "“Trà” – 50.000 ₫",
                "Kẹo dừa",
                "ẤẦẨẪẬẮẰẲẴẶẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰÝỲỶỸỴĂÂÊÔƠƯĐ",
                "café über"
            })
    void textAsPeopleTypeItIsOfThem(String text) {
        assertThat(ComposedLetters.isAllOf(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0301", "M'gar", "M’gar", "Ðắk", "a\u00ADb", "\uD83C\uDF4D", "\u1100\u1161", "５"})
    void whatIsRepairedOrTouchesItsNeighborIsNot(String text) {
        assertThat(ComposedLetters.isAllOf(text)).isFalse();
        assertThat(ComposedLetters.normalize(text)).isNull();
        assertThat(ComposedLetters.fold(text)).isNull();
        assertThat(ComposedLetters.bare(text)).isNull();
    }

    /** Every pair of neighbors there can be. */
    @Test
    void anyTwoOfThemStayAsTheyAre() {
        for (int i = 0; i < ALL.length(); i++) {
            char first = ALL.charAt(i);
            var pairs =
                    ALL.chars().mapToObj(second -> "" + first + (char) second).collect(Collectors.joining());
            assertThat(Spelling.compose(pairs)).isEqualTo(pairs);
        }
    }

    @Test
    void formsAreThoseOfTheRulesThatDecompose() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var text = random.ints(1 + random.nextInt(40), 0, ALL.length())
                    .mapToObj(at ->
                            String.valueOf(random.nextInt(3) == 0 ? "kKyýoòaàuđq ".charAt(at % 12) : ALL.charAt(at)))
                    .collect(Collectors.joining());
            assertThat(ComposedLetters.normalize(text)).as(text).isEqualTo(normalized(text));
            assertThat(ComposedLetters.fold(text))
                    .as(text)
                    .isEqualTo(Spelling.eachSyllable(Spelling.dropMarks(normalized(text)), Spelling::writeLetterI));
            assertThat(ComposedLetters.bare(text))
                    .as(text)
                    .isEqualTo(Spelling.dropMarks(text.toLowerCase(Locale.ROOT)));
        }
    }

    private static String normalized(String text) {
        var lower = text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Spelling.eachSyllable(
                Spelling.eachSyllable(Spelling.compose(lower), Spelling::placeTone), Spelling::writeLetterI);
    }
}
