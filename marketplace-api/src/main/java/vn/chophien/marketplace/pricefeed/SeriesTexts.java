package vn.chophien.marketplace.pricefeed;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.place.Places;

/** What series and their parts are called in a language. */
@Component
public class SeriesTexts {
    private final Messages messages;
    private final Places places;

    SeriesTexts(Messages messages, Places places) {
        this.messages = messages;
        this.places = places;
    }

    /** The whole name of a series, such as {@code Cà phê robusta, giá tại vườn, Đắk Lắk}. */
    public String title(PriceSeries series, Language language) {
        var grade = series.grade(language);
        var arguments = Map.of(
                "commodity", series.commodity().name(language),
                "grade", grade == null ? "" : grade,
                "stage", stage(series.stage(), language),
                "place", series.place(language));
        return messages.format(language, grade == null ? "prices.title" : "prices.title-graded", arguments);
    }

    public String stage(Stage stage, Language language) {
        return messages.format(language, "prices.stage." + slug(stage));
    }

    public String frequency(Frequency frequency, Language language) {
        return messages.format(language, "prices.frequency." + slug(frequency));
    }

    String group(String code, Language language) {
        var key = "prices.group." + code.toLowerCase(Locale.ROOT);
        return messages.format(language, messages.has(key) ? key : "prices.group.other");
    }

    /** A currency for a measure, such as {@code đ/kg}. */
    public String unit(PriceSeries series, Language language) {
        return unit(series.currency(), series.measure(), language);
    }

    String unit(String currency, Measure measure, Language language) {
        var name = currency.equals("VND") ? messages.format(language, "prices.currency.vnd") : currency;
        return name + "/" + measure(measure, language);
    }

    public String measure(Measure measure, Language language) {
        return messages.format(language, "prices.measure." + slug(measure));
    }

    @Nullable
    String province(@Nullable String code, Language language) {
        return code == null
                ? null
                : places.province(code)
                        .map(province -> language == Language.VI ? province.nameVi() : province.nameEn())
                        .orElse(null);
    }

    private static String slug(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
