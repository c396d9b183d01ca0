package vn.chophien.listingindex;

import java.util.ArrayList;
import java.util.List;
import vn.chophien.vietnamese.VietnameseText;
import vn.chophien.vietnamese.VietnameseWords;

/** The certificates buyers ask for, whatever else a seller writes beside their names. */
public final class CertificateKey {

    public static final String ORGANIC = "huu-co";

    private static final List<String> KNOWN =
            List.of("vietgap", "globalgap", "haccp", "iso", "halal", "fda", "brc", "asc");

    private CertificateKey() {}

    /** Those named in the text: {@code VietGAP chăn nuôi} is {@code vietgap}; none when it is one nobody asks for. */
    public static List<String> of(String certificate) {
        var words = VietnameseWords.split(VietnameseText.fold(certificate));
        var keys = new ArrayList<String>();
        for (var known : KNOWN) {
            if (has(words, known)) {
                keys.add(known);
            }
        }
        if (has(words, "huuco") || has(words, "organic")) {
            keys.add(ORGANIC);
        }
        return keys;
    }

    /** As one word or two, with or without a number behind it: {@code Viet GAP}, {@code ISO22000}; “Mai Sơn” has no ISO. */
    private static boolean has(List<String> words, String known) {
        for (int at = 0; at < words.size(); at++) {
            var two = at + 1 < words.size() ? words.get(at) + words.get(at + 1) : "";
            if (withoutNumber(words.get(at)).equals(known) || two.equals(known)) {
                return true;
            }
        }
        return false;
    }

    private static String withoutNumber(String word) {
        int end = word.length();
        while (end > 0 && word.charAt(end - 1) >= '0' && word.charAt(end - 1) <= '9') {
            end--;
        }
        return word.substring(0, end);
    }
}
