package vn.chophien.vietnamese;

import org.jspecify.annotations.Nullable;

/**
 * A word in the forms in which it is compared. Names and searches are written in some ten thousand words, so the forms of recent words are remembered; a
 * slot keeps the last word that fell into it, so no text can make this grow, and entries never change, so many threads may share them.
 *
 * @param normal one spelling, marks kept, without apostrophes
 * @param folded without marks
 * @param english as an English singular
 * @param marked whether its writer typed marks
 */
public record WordForms(String normal, String folded, String english, boolean marked) {

    private static final int SLOTS = 1 << 16;
    /** Longer ones are hardly ever words. */
    private static final int LONGEST = 24;

    private static final @Nullable Entry[] RECENT = new @Nullable Entry[SLOTS];

    public static WordForms of(String word) {
        if (word.length() > LONGEST) {
            return make(word);
        }
        int hash = word.hashCode();
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        var known = RECENT[slot];
        if (known != null && known.word.equals(word)) {
            return known.forms;
        }
        var forms = make(word);
        RECENT[slot] = new Entry(word, forms);
        return forms;
    }

    private static WordForms make(String word) {
        var normal = Spelling.dropApostrophes(VietnameseText.normalize(word));
        return new WordForms(
                normal, VietnameseText.fold(normal), EnglishText.singular(normal), VietnameseText.hasMarks(normal));
    }

    private record Entry(String word, WordForms forms) {}
}
