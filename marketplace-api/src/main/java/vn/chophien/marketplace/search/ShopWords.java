package vn.chophien.marketplace.search;

import java.util.List;
import vn.chophien.vietnamese.VietnameseText;
import vn.chophien.vietnamese.VietnameseWords;

/** What shops are called besides their names: all of them are a “Hợp tác xã”, so that says nothing about which is meant. */
final class ShopWords {

    private static final List<String> BEFORE_THE_NAME =
            List.of("lien hiep hop tac xa", "hop tac xa", "to hop tac", "htx", "cooperative");
    private static final String AFTER_THE_NAME = "cooperative";

    /** “hợp” may begin a name as well. */
    private static final int ENOUGH_LETTERS = 5;

    private ShopWords() {}

    /** The words of a name, or of what is typed of one, that tell it from others; none for “htx” and what becomes “hợp tác xã”. */
    static List<String> own(String text) {
        var words = VietnameseWords.split(text);
        var folded = words.stream().map(VietnameseText::fold).toList();
        var all = String.join(" ", folded);
        int start = 0;
        for (var kind : BEFORE_THE_NAME) {
            if (kind.startsWith(all) && (all.equals(kind) || all.length() >= ENOUGH_LETTERS)) {
                return List.of();
            }
            if (start == 0 && all.startsWith(kind + " ")) {
                start = kind.split(" ").length;
            }
        }
        int end = words.size() - start > 1 && folded.getLast().equals(AFTER_THE_NAME) ? words.size() - 1 : words.size();
        return words.subList(start, end);
    }
}
