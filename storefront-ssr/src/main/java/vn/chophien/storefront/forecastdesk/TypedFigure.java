package vn.chophien.storefront.forecastdesk;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.chophien.locales.Language;

/** A figure as people type it in the language of the page; one that could be read in two ways is refused. */
final class TypedFigure {
    private static final Pattern VIETNAMESE =
            Pattern.compile("\\d{1,3}(?:[. \\u00a0]\\d{3}){1,4}(?:,\\d{1,4})?|\\d{1,15}(?:,(?!\\d{3}$)\\d{1,4})?");
    private static final Pattern ENGLISH =
            Pattern.compile("\\d{1,3}(?:[, \\u00a0]\\d{3}){1,4}(?:\\.\\d{1,4})?|\\d{1,15}(?:\\.(?!\\d{3}$)\\d{1,4})?");

    private TypedFigure() {}

    static Optional<BigDecimal> read(String typed, Language language) {
        var text = typed.strip();
        var form = language == Language.VI ? VIETNAMESE : ENGLISH;
        if (!form.matcher(text).matches()) {
            return Optional.empty();
        }
        var decimal = language == Language.VI ? ',' : '.';
        return Optional.of(
                new BigDecimal(text.replaceAll("[^\\d" + decimal + "]", "").replace(',', '.')));
    }
}
