package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.forecast.Backtest;
import vn.chophien.marketplace.pricefeed.forecast.ForecastGate;
import vn.chophien.marketplace.pricefeed.forecast.PriceForecast;
import vn.chophien.marketplace.pricefeed.forecast.PriceHistory;

/** Forecasts a history that somebody brings, keeping nothing. */
@Component
class ForecastPreview {
    private final ForecastComputing computing;
    private final InstantSource clock;

    ForecastPreview(ForecastComputing computing, InstantSource clock) {
        this.computing = computing;
        this.clock = clock;
    }

    /**
     * @param obstacles what would bar the publication of this forecast
     * @param accuracy of the same method at earlier dates; none when the history is too short for that
     */
    record Preview(
            PriceForecast forecast, Backtest.@Nullable Accuracy accuracy, List<ForecastGate.Obstacle> obstacles) {}

    /** @return fails with {@link ForecastProblem} when the history is not enough even for a preview */
    Mono<Preview> preview(PriceHistory history, int horizon) {
        var today = LocalDate.ofInstant(clock.instant(), KnownAt.VIETNAM);
        var bar = ForecastGate.PREVIEW.obstacle(history, today);
        if (bar != null) {
            return Mono.error(() -> ForecastProblem.of(bar));
        }
        return computing
                .compute(history, horizon)
                .map(computed -> new Preview(
                        computed.forecast(), computed.accuracy(), ForecastGate.PUBLICATION.obstacles(history, today)));
    }
}
