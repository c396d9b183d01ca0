package vn.chophien.storefront.pricealerts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.Wire;

/** What the indicators say of the published prices. */
@HttpExchange("/prices")
public interface PriceAlertsApi {

    /** A page of the largest size, the most unusual first. */
    @GetExchange("/alerts?page_size=100")
    Mono<Alerts> alerts(@RequestParam(required = false) @Nullable String cursor);

    /**
     * The numbers are of all pages.
     *
     * @param unusual how many of the assessed series are not at the lowest level
     */
    record Alerts(
            List<SeriesAlert> items,
            int total,
            int unusual,
            int unassessed,
            boolean demonstration,
            List<Band> bands,
            @Nullable String nextCursor) {
        public Alerts {
            items = Wire.orEmpty(items);
            bands = Wire.orEmpty(bands);
        }
    }

    record SeriesAlert(SeriesName series, Alert alert) {}

    record SeriesName(String code, String title, String unit, String source, String licence, boolean demonstration) {}

    /** @param severity from 0 for a usual price to 3 */
    record Alert(
            LocalDate month,
            BigDecimal price,
            int severity,
            @Nullable Reading alps,
            @Nullable Reading ifpa) {}

    record Reading(BigDecimal value, String levelName, int severity) {}

    record Band(
            String indicator,
            String levelName,
            @Nullable BigDecimal lowest,
            String source,
            @Nullable String sourceUrl) {}
}
