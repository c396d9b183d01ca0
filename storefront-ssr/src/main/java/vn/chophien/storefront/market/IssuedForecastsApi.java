package vn.chophien.storefront.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.Wire;

/** The forecasts that the department issued, and how good they have been. */
@HttpExchange("/prices/series/{code}")
public interface IssuedForecastsApi {

    /** The newest; status 404, with the reason, where there is none. */
    @GetExchange("/forecast")
    Mono<Forecast> newest(
            @PathVariable String code, @RequestParam(name = "as_of", required = false) @Nullable String asOf);

    /** All, newest first. */
    @GetExchange("/forecasts")
    Mono<Forecasts> issued(
            @PathVariable String code,
            @RequestParam(name = "page_size") int pageSize,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf);

    @GetExchange("/track-record")
    Mono<TrackRecord> trackRecord(
            @PathVariable String code, @RequestParam(name = "as_of", required = false) @Nullable String asOf);

    record Forecasts(List<Forecast> items) {
        public Forecasts {
            items = Wire.orEmpty(items);
        }
    }

    /**
     * @param points what the department stands behind
     * @param replaced whether these are an officer's own figures
     * @param current whether any of its days is still to come
     * @param retrospective made afterwards, on a demonstration market
     */
    record Forecast(
            int number,
            Instant issuedAt,
            LocalDate origin,
            String method,
            List<Point> points,
            boolean replaced,
            @Nullable String replacementReason,
            @Nullable String annotation,
            boolean current,
            boolean retrospective) {
        public Forecast {
            points = Wire.orEmpty(points);
        }
    }

    record Point(LocalDate date, BigDecimal mean, BigDecimal lo80, BigDecimal hi80, BigDecimal lo95, BigDecimal hi95) {}

    /** @param forecasts how many of them met a price */
    record TrackRecord(int forecasts, boolean retrospective, List<Horizon> byHorizon) {
        public TrackRecord {
            byHorizon = Wire.orEmpty(byHorizon);
        }
    }

    /**
     * @param step how many steps ahead
     * @param compared prices that came
     */
    record Horizon(
            int step,
            int compared,
            Measures published,
            @Nullable Guess lastPrice,
            @Nullable Guess lastYear) {}

    /** @param mape in percent, as the coverages are */
    record Measures(BigDecimal mae, BigDecimal mape, BigDecimal coverage80, BigDecimal coverage95) {}

    record Guess(BigDecimal mae, BigDecimal mape) {}
}
