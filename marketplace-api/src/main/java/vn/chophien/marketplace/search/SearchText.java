package vn.chophien.marketplace.search;

import java.util.Arrays;
import java.util.List;
import vn.chophien.vietnamese.VietnameseText;

/** What the buyer typed, as it is and as words. Longer than anybody types is cut off, so that a query stays cheap. */
record SearchText(String typed, String text, List<String> words) {

    static final int MOST_CHARACTERS = 200;
    private static final int MOST_WORDS = 24;

    static SearchText of(String typed) {
        var composed = VietnameseText.compose(typed).strip();
        var kept = composed.codePointCount(0, composed.length()) <= MOST_CHARACTERS
                ? composed
                : composed.substring(0, composed.offsetByCodePoints(0, MOST_CHARACTERS));
        var words = Arrays.stream(kept.split("[^\\p{L}\\p{M}\\p{N}']+"))
                .filter(word -> !word.isBlank())
                .limit(MOST_WORDS)
                .toList();
        return new SearchText(kept, String.join(" ", words), words);
    }

    /** Whether something of it would be cut off. */
    static boolean isTooLong(String typed) {
        var composed = VietnameseText.compose(typed).strip();
        return composed.codePointCount(0, composed.length()) > MOST_CHARACTERS;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean hasMarks() {
        return VietnameseText.hasMarks(text);
    }

    /** More than one word: their neighborhood means something. */
    boolean isPhrase() {
        return words.size() > 1;
    }

    String folded() {
        return VietnameseText.fold(text);
    }
}
