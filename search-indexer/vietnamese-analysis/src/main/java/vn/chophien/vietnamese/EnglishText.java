package vn.chophien.vietnamese;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * English words made comparable, as far as a product search needs it: one form for singular and plural, so that no two words melt
 * into one. The form is for comparing, not for showing: “cookie” and “cookies” are both {@code cooky}.
 */
public final class EnglishText {

    private static final int SHORTEST = 4;
    private static final Map<String, String> IRREGULAR = Map.of(
            "knives", "knife",
            "leaves", "leaf",
            "loaves", "loaf",
            "shelves", "shelf",
            "halves", "half",
            "calves", "calf",
            "geese", "goose",
            "buses", "bus",
            "lenses", "lens");
    private static final Set<String> SINGULARS = Set.copyOf(IRREGULAR.values());

    private EnglishText() {}

    /** The same for a word and its plural ({@code berries, avocados, mangoes, knives}); folded, too. */
    public static String singular(String word) {
        var folded = folded(word);
        var irregular = IRREGULAR.get(folded);
        if (irregular != null) {
            return irregular;
        }
        boolean plural = folded.length() >= SHORTEST
                && folded.endsWith("s")
                && !folded.endsWith("ss")
                && !folded.endsWith("us")
                && !SINGULARS.contains(folded);
        return withoutSilentLetters(plural ? folded.substring(0, folded.length() - 1) : folded);
    }

    /** In small letters without marks; y stays y, which is why this is not {@link VietnameseText#fold}. */
    private static String folded(String word) {
        var letters = ComposedLetters.bare(word);
        return letters == null ? Spelling.dropMarks(VietnameseText.compose(word).toLowerCase(Locale.ROOT)) : letters;
    }

    /** “berrie” and “berry”, “mangoe” and “mango”, “dishe” and “dish” are one: whichever of them has a plural in -es. */
    private static String withoutSilentLetters(String word) {
        if (word.length() < SHORTEST) {
            return word;
        }
        if (word.endsWith("ie")) {
            return word.substring(0, word.length() - 2) + "y";
        }
        boolean silent = word.endsWith("oe")
                || word.endsWith("che")
                || word.endsWith("she")
                || word.endsWith("xe")
                || word.endsWith("sse");
        return silent ? word.substring(0, word.length() - 1) : word;
    }
}
