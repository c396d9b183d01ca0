package vn.chophien.listingindex;

import java.util.ArrayList;
import java.util.List;
import vn.chophien.vietnamese.VietnameseText;

/** The certificates buyers ask for, whatever else a seller writes beside their names. */
public final class CertificateKey {

    public static final String ORGANIC = "huu-co";

    private static final List<String> KNOWN =
            List.of("vietgap", "globalgap", "haccp", "iso", "halal", "fda", "brc", "asc");

    private CertificateKey() {}

    /** Those named in the text: {@code VietGAP chăn nuôi} is {@code vietgap}; none when it is one nobody asks for. */
    public static List<String> of(String certificate) {
        var folded = VietnameseText.fold(certificate).replace(" ", "").replace("-", "");
        var keys = new ArrayList<String>();
        for (var known : KNOWN) {
            if (folded.contains(known)) {
                keys.add(known);
            }
        }
        if (folded.contains("huuco") || folded.contains("organic")) {
            keys.add(ORGANIC);
        }
        return keys;
    }
}
