package vn.chophien.marketplace.pricefeed.forecastdesk;

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

/** Forecasts are pure computing: one at a time, so that they never hold up who only wants to read. */
@Component
class ForecastComputing implements DisposableBean {
    private static final int MAX_WAITING = 64;

    private final Scheduler desk = Schedulers.newBoundedElastic(1, MAX_WAITING, "forecasts", 60, true);

    /** @param accuracy of the same method at earlier dates; none when the history is too short for that */
    record Computed(PriceForecast forecast, Backtest.@Nullable Accuracy accuracy) {}

    Mono<Computed> compute(PriceHistory history, int horizon) {
        return Mono.fromCallable(
                        () -> new Computed(PriceForecaster.forecast(history, horizon), Backtest.of(history, horizon)))
                .subscribeOn(desk);
    }

    /** The forecast alone, which takes a seventh of the time. */
    Mono<PriceForecast> forecast(PriceHistory history, int horizon) {
        return Mono.fromCallable(() -> PriceForecaster.forecast(history, horizon))
                .subscribeOn(desk);
    }

    @Override
    public void destroy() {
        desk.dispose();
    }
}
