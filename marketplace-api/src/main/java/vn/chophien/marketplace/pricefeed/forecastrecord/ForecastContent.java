package vn.chophien.marketplace.pricefeed.forecastrecord;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.forecast.Backtest;
import vn.chophien.marketplace.pricefeed.forecast.PriceForecast;
import vn.chophien.marketplace.pricefeed.forecast.PriceHistory;

/**
 * What a forecast says, as a draft or as issued.
 *
 * @param dataVintage the state of the record that it was made from
 * @param origin the day of the last price in it
 * @param lastPrice that price: what a reader would expect who knows no more
 * @param accuracy of the method at earlier origins; none of a history too short to look back
 */
public record ForecastContent(
        int seriesId,
        int dataVintage,
        LocalDate origin,
        String method,
        BigDecimal lastPrice,
        List<Step> steps,
        @Nullable ForecastAccuracy accuracy,
        Words words) {

    public ForecastContent {
        steps = List.copyOf(steps);
    }

    /**
     * @param nextOn the day on which the next step begins
     * @param seasonAgo the price of the same season a year before, if the data go back so far
     * @param officer what an officer says instead
     */
    public record Step(
            ForecastPoint model,
            LocalDate nextOn,
            @Nullable BigDecimal seasonAgo,
            @Nullable ForecastPoint officer) {
        Step replaced(@Nullable ForecastPoint by) {
            return new Step(model, nextOn, seasonAgo, by);
        }

        /** What the department stands behind. */
        ForecastPoint published() {
            return officer == null ? model : officer;
        }
    }

    /**
     * What officers write beside the figures; what lacks English is read in Vietnamese.
     *
     * @param reasonVi why their figures stand in the place of the model's
     */
    public record Words(
            @Nullable String annotationVi,
            @Nullable String annotationEn,
            @Nullable String reasonVi,
            @Nullable String reasonEn) {
        public static final Words NONE = new Words(null, null, null, null);

        public @Nullable String annotation(Language language) {
            return language == Language.EN && annotationEn != null ? annotationEn : annotationVi;
        }

        public @Nullable String reason(Language language) {
            return language == Language.EN && reasonEn != null ? reasonEn : reasonVi;
        }
    }

    public static ForecastContent of(
            int seriesId,
            int dataVintage,
            PriceHistory history,
            PriceForecast forecast,
            Backtest.@Nullable Accuracy accuracy) {
        var steps = new ArrayList<Step>();
        for (int step = 1; step <= forecast.points().size(); step++) {
            var seasonAgo = history.seasonAgo(step);
            steps.add(new Step(
                    ForecastPoint.from(forecast.points().get(step - 1)),
                    history.dateAhead(step + 1),
                    seasonAgo == null ? null : ForecastPoint.rounded(seasonAgo),
                    null));
        }
        return new ForecastContent(
                seriesId,
                dataVintage,
                history.last(),
                forecast.method(),
                ForecastPoint.rounded(history.lastPrice()),
                steps,
                accuracy == null ? null : ForecastAccuracy.from(accuracy),
                Words.NONE);
    }

    /** The same with the points that belong to it. */
    public ForecastContent with(List<Step> points) {
        return new ForecastContent(seriesId, dataVintage, origin, method, lastPrice, points, accuracy, words);
    }

    /** @param officer a point for each step, or none to let the model speak */
    public ForecastContent reviewed(Words said, List<ForecastPoint> officer) {
        var reviewed = new ArrayList<Step>();
        for (int index = 0; index < steps.size(); index++) {
            reviewed.add(steps.get(index).replaced(officer.isEmpty() ? null : officer.get(index)));
        }
        return new ForecastContent(seriesId, dataVintage, origin, method, lastPrice, reviewed, accuracy, said);
    }

    public boolean isReplaced() {
        return steps.getFirst().officer() != null;
    }

    public LocalDate lastDate() {
        return steps.getLast().model().date();
    }

    public List<ForecastPoint> modelPoints() {
        return steps.stream().map(Step::model).toList();
    }

    /** What the department stands behind: the officer's points if there are any. */
    public List<ForecastPoint> publishedPoints() {
        return steps.stream().map(Step::published).toList();
    }

    /** The officer's own points; none when the model speaks. */
    public List<ForecastPoint> officerPoints() {
        return steps.stream().map(Step::officer).filter(Objects::nonNull).toList();
    }
}
