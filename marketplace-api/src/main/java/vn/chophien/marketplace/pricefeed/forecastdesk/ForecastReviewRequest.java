package vn.chophien.marketplace.pricefeed.forecastdesk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.forecastrecord.ForecastContent;
import vn.chophien.marketplace.pricefeed.forecastrecord.ForecastPoint;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/**
 * What an officer says of a draft; it takes the place of what she said before.
 *
 * @param annotationEn what readers of English see; the Vietnamese text when left away
 * @param replacement her own figures; none to let the model speak
 */
record ForecastReviewRequest(
        @Nullable @Size(max = 2000) String annotationVi,
        @Nullable @Size(max = 2000) String annotationEn,
        @Nullable @Valid Replacement replacement) {

    private static final int MOST_DIGITS = 20;

    /** @param points one for each date of the draft, in its order */
    record Replacement(
            @NotBlank @Size(max = 1000) String reasonVi,
            @Nullable @Size(max = 1000) String reasonEn,
            @NotEmpty @Size(max = 60) List<@Valid @NotNull Point> points) {}

    record Point(
            @NotNull @Nullable LocalDate date,
            @NotNull @Nullable BigDecimal mean,
            @NotNull @Nullable BigDecimal lo80,
            @NotNull @Nullable BigDecimal hi80,
            @NotNull @Nullable BigDecimal lo95,
            @NotNull @Nullable BigDecimal hi95) {
        /** Null when a figure is missing or the figures are out of order. */
        @Nullable
        ForecastPoint forecast() {
            if (date == null || mean == null || lo80 == null || hi80 == null || lo95 == null || hi95 == null) {
                return null;
            }
            for (var figure : List.of(mean, lo80, hi80, lo95, hi95)) {
                // Writing out 1e999999999 takes all the memory there is.
                if (figure.precision() > MOST_DIGITS || Math.abs(figure.scale()) > MOST_DIGITS) {
                    return null;
                }
            }
            var point = new ForecastPoint(date, plain(mean), plain(lo80), plain(hi80), plain(lo95), plain(hi95));
            return point.isOrdered() ? point : null;
        }

        private static BigDecimal plain(BigDecimal figure) {
            return figure.scale() < 0 ? figure.setScale(0) : figure;
        }
    }

    ForecastContent.Words words() {
        var given = replacement;
        return new ForecastContent.Words(
                blankToNull(annotationVi),
                blankToNull(annotationEn),
                given == null ? null : given.reasonVi().strip(),
                given == null ? null : blankToNull(given.reasonEn()));
    }

    /** @throws RequestProblem naming every point that does not fit the draft */
    List<ForecastPoint> officer(ForecastContent draft) {
        var given = replacement;
        if (given == null) {
            return List.of();
        }
        var model = draft.modelPoints();
        if (given.points().size() != model.size()) {
            throw RequestProblem.invalid(new FieldProblem("replacement.points", "forecast-dates"));
        }
        var points = new ArrayList<ForecastPoint>();
        var problems = new ArrayList<FieldProblem>();
        for (int index = 0; index < model.size(); index++) {
            var point = given.points().get(index).forecast();
            if (point == null) {
                problems.add(new FieldProblem("replacement.points[" + index + "]", "forecast-bounds"));
            } else if (!point.date().equals(model.get(index).date())) {
                problems.add(new FieldProblem("replacement.points[" + index + "].date", "forecast-dates"));
            } else {
                points.add(point);
            }
        }
        if (!problems.isEmpty()) {
            throw RequestProblem.invalid(problems.toArray(FieldProblem[]::new));
        }
        return points;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
