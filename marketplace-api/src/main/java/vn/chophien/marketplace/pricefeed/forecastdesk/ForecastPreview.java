package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.chophien.marketplace.pricefeed.forecast.Backtest;
import vn.chophien.marketplace.pricefeed.forecast.PriceForecast;
import vn.chophien.marketplace.pricefeed.forecast.PriceForecaster;
import vn.chophien.marketplace.pricefeed.forecast.PriceHistory;

/** Forecasts a history that somebody brings, keeping nothing. */
@Component
class ForecastPreview implements DisposableBean {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int MAX_WAITING = 64;

    private final InstantSource clock;

    /** A forecast is pure computing: one at a time, so that it never holds up who only wants to read. */
    private final Scheduler desk = Schedulers.newBoundedElastic(1, MAX_WAITING, "forecasts", 60, true);

    ForecastPreview(InstantSource clock) {
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
        var today = LocalDate.ofInstant(clock.instant(), VIETNAM);
        var bar = ForecastGate.PREVIEW.obstacle(history, today);
        if (bar != null) {
            return Mono.error(() -> ForecastProblem.of(bar));
        }
        return Mono.fromCallable(() -> new Preview(
                        PriceForecaster.forecast(history, horizon),
                        Backtest.of(history, horizon),
                        ForecastGate.PUBLICATION.obstacles(history, today)))
                .subscribeOn(desk);
    }

    @Override
    public void destroy() {
        desk.dispose();
    }
}
