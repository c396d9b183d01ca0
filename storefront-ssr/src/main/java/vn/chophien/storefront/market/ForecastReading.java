package vn.chophien.storefront.market;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.ApiProblem;

/** Reads what is expected of a series. A page has its prices even where forecasts do not answer. */
@Component
class ForecastReading {
    private static final Logger LOG = LoggerFactory.getLogger(ForecastReading.class);
    private static final int EARLIER = 7;

    private final IssuedForecastsApi forecasts;

    ForecastReading(IssuedForecastsApi forecasts) {
        this.forecasts = forecasts;
    }

    Mono<ForecastView> of(String code, @Nullable String asOf) {
        return forecasts
                .newest(code, asOf)
                .flatMap(newest -> history(code, asOf, newest))
                .onErrorResume(ApiProblem.class, problem -> absent(code, problem))
                .onErrorResume(failure -> without(code, failure, ForecastView.NONE));
    }

    private Mono<ForecastView> history(String code, @Nullable String asOf, IssuedForecastsApi.Forecast newest) {
        var issued = forecasts
                .issued(code, EARLIER, asOf)
                .map(IssuedForecastsApi.Forecasts::items)
                .onErrorResume(failure -> without(code, failure, List.of()));
        var record = forecasts
                .trackRecord(code, asOf)
                .filter(found -> found.forecasts() > 0)
                .map(List::of)
                .onErrorResume(failure -> without(code, failure, List.of()))
                .defaultIfEmpty(List.of());
        return Mono.zip(
                issued,
                record,
                (items, found) -> new ForecastView(
                        newest.current() ? Optional.of(newest) : Optional.empty(),
                        items.stream()
                                .filter(one -> !newest.current() || one.number() != newest.number())
                                .toList(),
                        found.stream().findFirst(),
                        ""));
    }

    private static Mono<ForecastView> absent(String code, ApiProblem problem) {
        if (problem.status() != HttpStatus.NOT_FOUND) {
            return without(code, problem, ForecastView.NONE);
        }
        return Mono.just(new ForecastView(
                Optional.empty(),
                List.of(),
                Optional.empty(),
                problem.is("not-found") ? "" : problem.detail().orElse("")));
    }

    private static <T> Mono<T> without(String code, Throwable failure, T nothing) {
        LOG.warn("The page of series {} goes without its forecasts: {}", code, failure.getMessage());
        return Mono.just(nothing);
    }
}
