package vn.chophien.paymentsandbox;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the pay page says, in Vietnamese or English. */
final class PayPageTexts {

    private static final Map<String, PayPageTexts> BY_LANGUAGE = Map.of(
            "vi", new PayPageTexts("vi", Locale.of("vi", "VN")), "en", new PayPageTexts("en", Locale.of("en", "US")));

    private final String language;
    private final Locale locale;
    private final Properties texts = new Properties();

    private PayPageTexts(String language, Locale locale) {
        this.language = language;
        this.locale = locale;
        var name = "pay-page_" + language + ".properties";
        try (var stream = Objects.requireNonNull(PayPageTexts.class.getResourceAsStream(name), name);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    /** The language asked for, else what the browser prefers, else Vietnamese. */
    static PayPageTexts of(@Nullable String asked, @Nullable String acceptLanguage) {
        var byParameter = asked == null ? null : BY_LANGUAGE.get(asked);
        if (byParameter != null) {
            return byParameter;
        }
        var english = asked == null && acceptLanguage != null && acceptLanguage.startsWith("en");
        return Objects.requireNonNull(BY_LANGUAGE.get(english ? "en" : "vi"));
    }

    String language() {
        return language;
    }

    String get(String key) {
        var text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("No text for " + key + " in " + language);
        }
        return text;
    }

    String get(String key, String name, String value) {
        return get(key).replace("{" + name + "}", value);
    }

    String getOr(String key, String otherwiseKey) {
        return texts.containsKey(key) ? get(key) : get(otherwiseKey);
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }

    String money(long minor, String currencyCode) {
        var currency = Currency.getInstance(currencyCode.toUpperCase(Locale.ROOT));
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(java.math.BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()));
    }
}
