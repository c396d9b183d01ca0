package vn.chophien.marketplace.place;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The forms in which place names are compared: people write {@code Thuận Hòa} or {@code Thuận Hoà}, {@code Cư M’gar},
 * {@code Cư M'gar} or {@code Cu Mgar}, with and without the kind of unit.
 */
final class PlaceName {
    private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼ`´]");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-–.,_]+");
    private static final Pattern PREFIX = Pattern.compile(
            "^(thành phố|thị xã|thị trấn|đặc khu|tỉnh|phường|xã|tp\\.?|tx\\.?|p\\.|x\\.)\\s*(?=\\S)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private PlaceName() {}

    /** Ignores case, apostrophes and where in a syllable the tone mark stands, but not the tone itself. */
    static String spoken(String name) {
        return SEPARATORS.splitAsStream(plain(name)).map(PlaceName::toneLast).collect(Collectors.joining(" "));
    }

    /** Ignores all diacritics and spaces as well, so different places may share it. */
    static String folded(String name) {
        return MARKS.matcher(plain(name)).replaceAll("").replace('đ', 'd').replaceAll("[^a-z0-9]", "");
    }

    static String withoutPrefix(String name) {
        return PREFIX.matcher(Normalizer.normalize(name.strip(), Normalizer.Form.NFC))
                .replaceFirst("");
    }

    private static String plain(String name) {
        var text = APOSTROPHES.matcher(name.strip()).replaceAll("");
        return Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    }

    private static String toneLast(String syllable) {
        var tones = TONES.matcher(syllable).results().map(tone -> tone.group()).collect(Collectors.joining());
        return TONES.matcher(syllable).replaceAll("") + tones;
    }
}
