package vn.chophien.storefront.forecastdesk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.storefront.page.TypedText;

/** A date of a forecast with the figures an officer would put there, as typed. */
public record PointRow(
        LocalDate date, ForecastDeskApi.Point model, String mean, String lo80, String hi80, String lo95, String hi95) {

    private static final BigDecimal WHOLE_FROM = new BigDecimal("1000");

    /** Whole numbers where there are thousands, as prices are quoted. */
    public static String figure(BigDecimal value, Formats formats) {
        return formats.decimal(value.setScale(value.compareTo(WHOLE_FROM) >= 0 ? 0 : 2, RoundingMode.HALF_EVEN));
    }

    static List<PointRow> of(ForecastDeskApi.Draft draft, Formats formats) {
        var replacement = draft.replacement();
        var shown = replacement == null ? draft.modelPoints() : replacement.points();
        return IntStream.range(0, draft.modelPoints().size())
                .mapToObj(index -> of(draft.modelPoints().get(index), shown.get(index), formats))
                .toList();
    }

    private static PointRow of(ForecastDeskApi.Point model, ForecastDeskApi.Point shown, Formats formats) {
        return new PointRow(
                model.date(),
                model,
                figure(shown.mean(), formats),
                figure(shown.lo80(), formats),
                figure(shown.hi80(), formats),
                figure(shown.lo95(), formats),
                figure(shown.hi95(), formats));
    }

    static List<PointRow> typed(ForecastDeskApi.Draft draft, MultiValueMap<String, String> form) {
        return IntStream.range(0, draft.modelPoints().size())
                .mapToObj(index -> new PointRow(
                        draft.modelPoints().get(index).date(),
                        draft.modelPoints().get(index),
                        TypedText.of(form, "mean-" + index),
                        TypedText.of(form, "lo80-" + index),
                        TypedText.of(form, "hi80-" + index),
                        TypedText.of(form, "lo95-" + index),
                        TypedText.of(form, "hi95-" + index)))
                .toList();
    }

    /** Empty when a figure cannot be read. */
    Optional<ForecastDeskApi.Point> point(Language language) {
        var figures = Stream.of(mean, lo80, hi80, lo95, hi95)
                .map(text -> TypedFigure.read(text, language))
                .flatMap(Optional::stream)
                .toList();
        return figures.size() < 5
                ? Optional.empty()
                : Optional.of(new ForecastDeskApi.Point(
                        date, figures.get(0), figures.get(1), figures.get(2), figures.get(3), figures.get(4)));
    }
}
