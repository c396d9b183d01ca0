package vn.chophien.vietnamese;

/**
 * Vietnamese text made comparable. Every method accepts any string, runs in linear time, and gives the same result when
 * applied to its own result.
 *
 * <p>Three strengths, each including the one before: {@link #compose} repairs how the text is encoded,
 * {@link #normalize} removes the choice between spellings of one word, {@link #fold} removes the marks.
 */
public final class VietnameseText {

    private VietnameseText() {}

    /**
     * Unicode NFC, with what careless keyboards and old files leave behind repaired: a tone typed before the hat of its
     * vowel, eth or African D for {@code đ}, typographic apostrophes, invisible characters inside words, letters of full width, and
     * Cyrillic or Greek letters in words that are Latin otherwise.
     */
    public static String compose(String text) {
        return ComposedLetters.isAllOf(text) ? text : Spelling.compose(text);
    }

    /**
     * Puts the tone of {@code oa}, {@code oe} and {@code uy} on the second vowel where the syllable ends with them, as
     * schools write it: {@code hòa} becomes {@code hoà}; {@code quý} and {@code hoàn} stay. Expects composed text.
     */
    public static String normalizeTonePlacement(String text) {
        return Spelling.eachSyllable(text, Spelling::placeTone);
    }

    /** Writes {@code i} for the {@code y} of open syllables that are spelled both ways: {@code kỹ} becomes {@code kĩ}. */
    public static String normalizeLetterY(String text) {
        return Spelling.eachSyllable(text, Spelling::writeLetterI);
    }

    /** The form in which two spellings of one word are equal while the marks still count, in lower case. */
    public static String normalize(String text) {
        var letters = ComposedLetters.normalize(text);
        return letters == null ? normalizeLetterY(normalizeTonePlacement(compose(lowerCase(compose(text))))) : letters;
    }

    /** The form in which a word typed without marks equals the word: {@code Cà phê Cư M’gar} becomes {@code ca phe cu mgar}. */
    public static String fold(String text) {
        var letters = ComposedLetters.fold(text);
        return letters == null
                ? Spelling.eachSyllable(Spelling.dropMarks(normalize(text)), Spelling::writeLetterI)
                : letters;
    }

    /** The composed text without its five tones; hats, horns and {@code đ} stay. */
    public static String withoutTones(String text) {
        return Spelling.dropTones(text);
    }

    /** Whether the text has a tone, a hat, a horn, a breve or a {@code đ}: whether its writer typed marks. */
    public static boolean hasMarks(String text) {
        var normal = normalize(text);
        return !Spelling.dropApostrophes(normal).equals(fold(text));
    }

    /** Whether this can be a Vietnamese syllable: “nho”, “Đắk”, but not “Mgar” or “wine”. */
    public static boolean isSyllable(String word) {
        return Syllable.isPossible(normalize(word));
    }

    /** Per character, so that the result does not depend on neighbors or on the machine's language. */
    private static String lowerCase(String text) {
        var lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }
}
