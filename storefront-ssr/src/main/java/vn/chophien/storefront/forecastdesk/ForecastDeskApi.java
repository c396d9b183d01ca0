package vn.chophien.storefront.forecastdesk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.Wire;

/** Forecasts on their way to publication; for officers. */
@HttpExchange("/prices")
public interface ForecastDeskApi {

    @GetExchange("/forecast-drafts")
    Mono<Drafts> drafts(@RequestParam State state, @RequestParam(name = "page_size") int pageSize);

    /** Answers with a report: some series may be refused while others are drafted. */
    @PostExchange("/forecast-drafts")
    Mono<Drafting> draft(@RequestBody NewDrafts wanted);

    @GetExchange("/forecast-drafts/{id}")
    Mono<Draft> find(@PathVariable String id);

    /** Status 400 for figures that do not fit, 412 when a colleague changed the draft meanwhile. */
    @PutExchange("/forecast-drafts/{id}")
    Mono<Draft> annotate(
            @PathVariable String id, @RequestHeader(HttpHeaders.IF_MATCH) String version, @RequestBody Review review);

    @PostExchange("/forecast-drafts/{id}/submit")
    Mono<Draft> submit(@PathVariable String id);

    @PostExchange("/forecast-drafts/submit")
    Mono<Drafts> submitAll(@RequestBody Chosen chosen);

    /** Status 403 for the officer who drafted one of them, 422 when the record is no longer good enough. */
    @PostExchange("/forecast-drafts/publish")
    Mono<Drafts> publishAll(@RequestBody Chosen chosen);

    @PostExchange("/forecast-drafts/{id}/return")
    Mono<Draft> giveBack(@PathVariable String id, @RequestBody Return reason);

    @DeleteExchange("/forecast-drafts/{id}")
    Mono<Void> discard(@PathVariable String id);

    @GetExchange("/forecast-candidates")
    Mono<Candidates> candidates(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(name = "page_size") int pageSize);

    @GetExchange("/series/{code}/observations")
    Mono<Observations> observations(@PathVariable String code, @RequestParam LocalDate from);

    enum State {
        DRAFT,
        SUBMITTED,
        PUBLISHED,
        DISCARDED
    }

    record Drafts(List<Draft> items, @Nullable String nextCursor) {
        public Drafts {
            items = Wire.orEmpty(items);
        }
    }

    /** @param modelPoints and {@code replacement} are not in lists */
    record Draft(
            String id,
            SeriesName series,
            State state,
            int version,
            @Nullable String draftedByName,
            Instant draftedAt,
            @Nullable String returnedFor,
            @Nullable String closedByName,
            @Nullable Instant closedAt,
            boolean editable,
            boolean issuable,
            boolean outdated,
            @Nullable Integer issuedNumber,
            LocalDate origin,
            String method,
            BigDecimal lastPrice,
            String unit,
            @Nullable Accuracy accuracy,
            @Nullable String annotationVi,
            @Nullable String annotationEn,
            List<Point> modelPoints,
            @Nullable Replacement replacement) {
        public Draft {
            modelPoints = Wire.orEmpty(modelPoints);
        }
    }

    record SeriesName(String code, String title, String commodityCode, boolean demonstration) {}

    record Accuracy(
            int origins,
            int compared,
            BigDecimal mape,
            @Nullable BigDecimal relativeToLastPrice,
            @Nullable BigDecimal relativeToLastYear,
            BigDecimal coverage80,
            BigDecimal coverage95) {}

    record Point(LocalDate date, BigDecimal mean, BigDecimal lo80, BigDecimal hi80, BigDecimal lo95, BigDecimal hi95) {}

    record Replacement(String reasonVi, @Nullable String reasonEn, List<Point> points) {
        public Replacement {
            points = Wire.orEmpty(points);
        }
    }

    /** @param series null for all with news since their last forecast */
    record NewDrafts(@Nullable List<String> series) {}

    record Drafting(List<Drafted> drafted, List<Refused> refused, int upToDate, int remaining) {
        public Drafting {
            drafted = Wire.orEmpty(drafted);
            refused = Wire.orEmpty(refused);
        }
    }

    record Drafted(String id, SeriesName series) {}

    record Refused(SeriesName series, String code, String message) {}

    record Review(
            @Nullable String annotationVi,
            @Nullable String annotationEn,
            @Nullable Replacement replacement) {}

    record Chosen(List<String> drafts) {}

    record Return(String reason) {}

    record Candidates(List<Candidate> items, @Nullable String nextCursor) {
        public Candidates {
            items = Wire.orEmpty(items);
        }
    }

    record Candidate(
            SeriesName series, String frequency, @Nullable Newest newest, List<Obstacle> obstacles) {
        public Candidate {
            obstacles = Wire.orEmpty(obstacles);
        }
    }

    record Newest(int number, LocalDate origin, LocalDate lastDate) {}

    record Obstacle(String code, String message) {}

    record Observations(List<Observation> items) {
        public Observations {
            items = Wire.orEmpty(items);
        }
    }

    record Observation(LocalDate date, BigDecimal price) {}
}
