package vn.chophien.marketplace.pricefeed;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The public name of a series, such as {@code CA-PHE-ROBUSTA.FARM.DAK-LAK}: subscribers store it, so it never changes. */
public record SeriesCode(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]+([.-][A-Z0-9]+)*");
    private static final int LONGEST = 80;

    public SeriesCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("Not a series code: " + value);
        }
    }

    /** Reads a code as people type it; empty when no series can have it. */
    public static Optional<SeriesCode> parse(String text) {
        var code = text.strip().toUpperCase(Locale.ROOT);
        return isCode(code) ? Optional.of(new SeriesCode(code)) : Optional.empty();
    }

    private static boolean isCode(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
