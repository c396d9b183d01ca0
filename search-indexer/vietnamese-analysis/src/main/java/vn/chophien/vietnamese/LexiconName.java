package vn.chophien.vietnamese;

import java.util.List;

/**
 * One way to call an entry.
 *
 * @param text as a person writes it
 * @param weak means something else too, so it counts only where it opens a text
 * @param normalized the text in the one spelling in which it is compared
 * @param words the words of that
 */
public record LexiconName(
        LexiconEntry entry, String text, boolean weak, boolean english, String normalized, List<String> words) {

    public LexiconName(LexiconEntry entry, String text, boolean weak, boolean english) {
        this(entry, text, weak, english, normalized(text));
    }

    private LexiconName(LexiconEntry entry, String text, boolean weak, boolean english, String normalized) {
        this(entry, text, weak, english, normalized, List.of(normalized.split(" ")));
    }

    private static String normalized(String text) {
        return Spelling.dropApostrophes(VietnameseText.normalize(String.join(" ", VietnameseWords.split(text))));
    }
}
