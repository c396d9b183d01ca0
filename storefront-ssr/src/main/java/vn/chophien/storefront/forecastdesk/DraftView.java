package vn.chophien.storefront.forecastdesk;

import gg.jte.Content;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.chophien.locales.Formats;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.TypedText;

/**
 * One draft of a forecast.
 *
 * @param words what is in the form's text areas
 * @param own whether the officer's figures are to take the place of the model's
 */
public record DraftView(
        ForecastDeskApi.Draft draft,
        List<PointRow> rows,
        Words words,
        boolean own,
        @Nullable Content chart,
        FormErrors errors) {

    private static final String MEAN = "Mean of last price, ";

    public record Words(String annotationVi, String annotationEn, String reasonVi, String reasonEn) {}

    static DraftView of(ForecastDeskApi.Draft draft, Formats formats) {
        var replacement = draft.replacement();
        return new DraftView(
                draft,
                PointRow.of(draft, formats),
                new Words(
                        Objects.requireNonNullElse(draft.annotationVi(), ""),
                        Objects.requireNonNullElse(draft.annotationEn(), ""),
                        replacement == null ? "" : replacement.reasonVi(),
                        replacement == null ? "" : Objects.requireNonNullElse(replacement.reasonEn(), "")),
                replacement != null,
                null,
                FormErrors.none());
    }

    /** As the officer filled the form in. */
    static DraftView typed(ForecastDeskApi.Draft draft, MultiValueMap<String, String> form) {
        return new DraftView(
                draft,
                PointRow.typed(draft, form),
                new Words(
                        TypedText.of(form, "annotation-vi"),
                        TypedText.of(form, "annotation-en"),
                        TypedText.of(form, "reason-vi"),
                        TypedText.of(form, "reason-en")),
                form.containsKey("own"),
                null,
                FormErrors.none());
    }

    /** The models that are averaged with the last price; empty for a method that is told in other words. */
    public Optional<String> models() {
        return draft.method().startsWith(MEAN)
                ? Optional.of(draft.method().substring(MEAN.length()))
                : Optional.empty();
    }

    DraftView with(FormErrors found) {
        return new DraftView(draft, rows, words, own, chart, found);
    }

    DraftView drawn(Content picture) {
        return new DraftView(draft, rows, words, own, picture, errors);
    }
}
