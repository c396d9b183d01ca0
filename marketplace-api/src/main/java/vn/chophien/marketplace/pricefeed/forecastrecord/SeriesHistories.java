package vn.chophien.marketplace.pricefeed.forecastrecord;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.Observations;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.forecast.ForecastGate;
import vn.chophien.marketplace.pricefeed.forecast.ForecastGate.Obstacle;
import vn.chophien.marketplace.pricefeed.forecast.PriceHistory;

/** What is known of a series in a state of the record, as the forecaster and its gate read it. */
@Component
public class SeriesHistories {
    private final Observations observations;
    private final Messages messages;

    SeriesHistories(Observations observations, Messages messages) {
        this.observations = observations;
        this.messages = messages;
    }

    /** The prices by day; empty for a series without any. */
    public Mono<NavigableMap<LocalDate, Double>> prices(PriceSeries series, KnownAt known) {
        return observations
                .between(series.id(), null, null, known.vintage())
                .collect(
                        TreeMap<LocalDate, Double>::new,
                        (prices, observation) -> prices.put(
                                observation.validOn(),
                                observation.price().middle().doubleValue()))
                .filter(prices -> !prices.isEmpty())
                .map(prices -> prices);
    }

    /** Empty for a series without prices. */
    public Mono<PriceHistory> of(PriceSeries series, KnownAt known) {
        return prices(series, known).map(prices -> PriceHistory.of(series.frequency(), prices));
    }

    /** What bars the publication of a forecast; nothing for a history that is good enough. */
    public Mono<List<Obstacle>> obstacles(PriceSeries series, KnownAt known) {
        return of(series, known)
                .map(history -> ForecastGate.PUBLICATION.obstacles(history, known.day()))
                .defaultIfEmpty(List.of(ForecastGate.PUBLICATION.nothingYet(series.frequency())));
    }

    public String text(Obstacle obstacle, Language language) {
        return messages.format(
                language, "prices.forecast.obstacle." + obstacle.kind().code(), obstacle.arguments());
    }
}
