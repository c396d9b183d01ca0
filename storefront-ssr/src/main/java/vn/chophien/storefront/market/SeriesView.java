package vn.chophien.storefront.market;

import gg.jte.Content;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A price series within a range.
 *
 * @param observations within the range, oldest first
 * @param chart the drawn chart; trusted markup. Absent when there is nothing to draw
 */
public record SeriesView(
        MarketPricesApi.Series series,
        List<MarketPricesApi.Observation> observations,
        ChartRange range,
        Optional<Content> chart) {

    private static final int MOST_ROWS = 66;

    public List<ChartRange> ranges() {
        return ChartRange.choices(series);
    }

    /** The rows of the table, newest first; a long range ends early, its file has the rest. */
    public List<MarketPricesApi.Observation> rows() {
        return observations.reversed().stream().limit(MOST_ROWS).toList();
    }

    public boolean isCutShort() {
        return observations.size() > MOST_ROWS;
    }

    public Optional<MarketPricesApi.Observation> latest() {
        return observations.isEmpty() ? Optional.empty() : Optional.of(observations.getLast());
    }

    /** The change of a row against the observation before it. */
    public Optional<BigDecimal> change(MarketPricesApi.Observation observation) {
        int index = observations.indexOf(observation);
        return index <= 0
                ? Optional.empty()
                : Optional.of(
                        observation.price().subtract(observations.get(index - 1).price()));
    }

    public Optional<MarketPricesApi.Observation> lowest() {
        return observations.stream().min(Comparator.comparing(MarketPricesApi.Observation::price));
    }

    public Optional<MarketPricesApi.Observation> highest() {
        return observations.stream().max(Comparator.comparing(MarketPricesApi.Observation::price));
    }

    /** Where the files of this series are, without their ending. */
    public String filePath() {
        return "/market-prices/series/" + series.code() + "/observations";
    }
}
