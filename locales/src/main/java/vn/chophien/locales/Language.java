package vn.chophien.locales;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages the market speaks. Vietnamese is the language of whoever does not say otherwise. */
public enum Language {
    VI(Locale.of("vi", "VN")),
    EN(Locale.of("en", "VN"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language of a BCP 47 tag such as {@code en} or {@code en-GB}; Vietnamese for none or another one. */
    public static Language of(@Nullable String tag) {
        return tag != null && Locale.forLanguageTag(tag.strip()).getLanguage().equals("en") ? EN : VI;
    }

    public Locale locale() {
        return locale;
    }

    /** The tag for the {@code lang} attribute and parameter: {@code vi} or {@code en}. */
    public String tag() {
        return locale.getLanguage();
    }
}
