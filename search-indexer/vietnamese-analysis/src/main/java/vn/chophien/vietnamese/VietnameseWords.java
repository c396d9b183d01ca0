package vn.chophien.vietnamese;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into words: runs of letters, digits and apostrophes, composed. */
public final class VietnameseWords {

    private VietnameseWords() {}

    public static List<String> split(String text) {
        var words = new ArrayList<String>();
        var composed = VietnameseText.compose(text);
        int start = -1;
        for (int i = 0; i <= composed.length(); i++) {
            boolean inWord = i < composed.length() && isPartOfWord(composed.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                words.add(composed.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static boolean isPartOfWord(char character) {
        return Character.isLetterOrDigit(character)
                || character == '\''
                || character >= '\u0300' && character <= '\u036F';
    }
}
