package vn.chophien.vietnamese;

import java.util.Locale;

/** English words made comparable, as far as a product search needs it: plurals only, so that no two words melt into one. */
public final class EnglishText {

    private EnglishText() {}

    /** The singular of a regular plural ({@code berries, avocados, mangoes}); any other word as it is, folded. */
    public static String singular(String word) {
        var folded = VietnameseText.compose(word).toLowerCase(Locale.ROOT);
        folded = Spelling.dropMarks(folded);
        if (folded.length() < 4 || !folded.endsWith("s") || folded.endsWith("ss") || folded.endsWith("us")) {
            return folded;
        }
        if (folded.endsWith("ies") && folded.length() > 4) {
            return folded.substring(0, folded.length() - 3) + "y";
        }
        if (folded.endsWith("oes") || folded.endsWith("ches") || folded.endsWith("shes") || folded.endsWith("xes")) {
            return folded.substring(0, folded.length() - 2);
        }
        return folded.substring(0, folded.length() - 1);
    }
}
