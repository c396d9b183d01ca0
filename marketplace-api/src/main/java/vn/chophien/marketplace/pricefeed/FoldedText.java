package vn.chophien.marketplace.pricefeed;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text reduced to what people agree on when they type names: lower case, no diacritics, words and digits only. */
public final class FoldedText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^a-z0-9]+");

    private FoldedText() {}

    public static String fold(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        var lower = plain.toLowerCase(Locale.ROOT).replace('đ', 'd').replace('₫', 'd');
        return GAPS.matcher(lower).replaceAll(" ").strip();
    }

    /** How many single-letter slips lie between two texts; counting stops to matter beyond {@code limit}. */
    public static boolean isWithin(int limit, String left, String right) {
        if (Math.abs(left.length() - right.length()) > limit) {
            return false;
        }
        var previous = new int[right.length() + 1];
        for (int column = 0; column < previous.length; column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            var current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column < current.length; column++) {
                int replaced = previous[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[right.length()] <= limit;
    }
}
