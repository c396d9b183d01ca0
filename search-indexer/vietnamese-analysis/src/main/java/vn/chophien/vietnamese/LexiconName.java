package vn.chophien.vietnamese;

/**
 * One way to call an entry.
 *
 * @param text as a person writes it
 * @param weak means something else too, so it counts only where it opens a text
 */
public record LexiconName(LexiconEntry entry, String text, boolean weak, boolean english) {

    String normalized() {
        return VietnameseText.normalize(String.join(" ", VietnameseWords.split(text)))
                .replace("'", "");
    }
}
