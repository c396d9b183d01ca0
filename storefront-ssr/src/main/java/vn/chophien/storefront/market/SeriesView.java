package vn.chophien.storefront.market;

import gg.jte.Content;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A price series within a range, as it is or as it was known.
 *
 * @param observations within the range, oldest first
 * @param corrections days of the range that were corrected or withdrawn, the latest first
 * @param table the prices as a table
 * @param chart the drawn chart; trusted markup. Absent when there is nothing to draw
 */
public record SeriesView(
        MarketPricesApi.Series series,
        AsOf asOf,
        ChartRange range,
        List<MarketPricesApi.Observation> observations,
        List<MarketPricesApi.CorrectedDay> corrections,
        ForecastView forecast,
        PriceRows table,
        Optional<Content> chart) {

    public List<ChartRange> ranges() {
        return ChartRange.choices(series);
    }

    public Optional<MarketPricesApi.Observation> latest() {
        return observations.isEmpty() ? Optional.empty() : Optional.of(observations.getLast());
    }

    /** Against the price before the last. */
    public Optional<BigDecimal> change() {
        return observations.size() < 2
                ? Optional.empty()
                : Optional.of(observations
                        .getLast()
                        .price()
                        .subtract(observations.get(observations.size() - 2).price()));
    }

    public Optional<MarketPricesApi.Observation> lowest() {
        return observations.stream().min(Comparator.comparing(MarketPricesApi.Observation::price));
    }

    public Optional<MarketPricesApi.Observation> highest() {
        return observations.stream().max(Comparator.comparing(MarketPricesApi.Observation::price));
    }

    /** Where this series is, as of the same time, with another range. */
    public String path(ChartRange other) {
        return path("", Map.of("range", other.key(), "as_of", asOf.written()));
    }

    /** Where a former state of this series is. */
    public String pathAsOf(String publication) {
        return path("", Map.of("range", range.key(), "as_of", publication));
    }

    /** Where a file of this series is, as of the same time. */
    public String file(String name) {
        return path("/" + name, Map.of("as_of", asOf.isPast() ? asOf.parameter() + "" : ""));
    }

    public String page() {
        return "/market-prices/series/" + series.code();
    }

    private String path(String rest, Map<String, String> parameters) {
        var uri = UriComponentsBuilder.fromPath(page() + rest);
        parameters.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                .forEach(entry -> uri.queryParam(entry.getKey(), "{" + entry.getKey() + "}"));
        return uri.encode().buildAndExpand(parameters).toUriString();
    }
}
