package vn.chophien.marketplace.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese text as people type it in a hurry: lower case, without diacritics. */
final class PlainText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    private PlainText() {}

    static String of(String text) {
        var decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return MARKS.matcher(decomposed).replaceAll("").replace('đ', 'd');
    }
}
