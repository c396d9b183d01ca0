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

/** The published prices. */
@HttpExchange("/prices")
public interface MarketPricesApi {

    @GetExchange("/board")
    Mono<Board> board();

    @GetExchange("/commodities")
    Mono<Commodities> commodities();

    /** Status 404 for a commodity without current prices. */
    @GetExchange("/commodities/{code}/latest")
    Mono<Latest> latest(@PathVariable String code);

    @GetExchange("/series")
    Mono<SeriesList> series(@RequestParam String commodity);

    /** Status 404 for an unknown code. */
    @GetExchange("/series/{code}")
    Mono<Series> oneSeries(@PathVariable String code);

    /** Status 404 for a series without prices. */
    @GetExchange("/series/{code}/latest")
    Mono<Quote> quote(@PathVariable String code);

    @GetExchange("/series/{code}/observations")
    Mono<Observations> observations(
            @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate from);

    record Board(@Nullable LocalDate date, boolean demonstration, List<Group> groups, List<Credit> credits) {
        public Board {
            groups = Wire.orEmpty(groups);
            credits = Wire.orEmpty(credits);
        }
    }

    record Group(String code, String name, List<CommodityQuotes> commodities) {
        public Group {
            commodities = Wire.orEmpty(commodities);
        }
    }

    record CommodityQuotes(String code, String name, List<Quote> quotes) {
        public CommodityQuotes {
            quotes = Wire.orEmpty(quotes);
        }
    }

    record Credit(
            String source,
            @Nullable String sourceUrl,
            String licence,
            @Nullable String licenceUrl,
            boolean demonstration) {}

    record Commodities(List<Commodity> items) {
        public Commodities {
            items = Wire.orEmpty(items);
        }
    }

    record Commodity(String code, String name) {}

    record Latest(Name commodity, List<Quote> items, List<Credit> credits) {
        public Latest {
            items = Wire.orEmpty(items);
            credits = Wire.orEmpty(credits);
        }
    }

    record SeriesList(List<Series> items) {
        public SeriesList {
            items = Wire.orEmpty(items);
        }
    }

    record Name(String code, String name) {}

    record Series(
            String code,
            String title,
            Name commodity,
            @Nullable String grade,
            String stageName,
            @Nullable Name province,
            String place,
            String frequency,
            String frequencyName,
            String currency,
            String unitLabel,
            String source,
            @Nullable String sourceUrl,
            String licence,
            @Nullable String licenceUrl,
            boolean demonstration,
            @Nullable Long observationCount,
            @Nullable LocalDate firstDate,
            @Nullable LocalDate lastDate) {

        public boolean isMonthly() {
            return frequency.equals("MONTHLY");
        }
    }

    /**
     * @param price the middle of a range
     * @param changeRatio against the price before: 0.012 is plus 1.2 percent
     */
    record Quote(
            Series series,
            LocalDate date,
            BigDecimal price,
            @Nullable BigDecimal priceMin,
            @Nullable BigDecimal priceMax,
            @Nullable String note,
            @Nullable BigDecimal change,
            @Nullable BigDecimal changeRatio,
            List<BigDecimal> sparkline) {
        public Quote {
            sparkline = Wire.orEmpty(sparkline);
        }
    }

    record Observations(Series series, List<Observation> items) {
        public Observations {
            items = Wire.orEmpty(items);
        }
    }

    record Observation(
            LocalDate date,
            BigDecimal price,
            @Nullable BigDecimal priceMin,
            @Nullable BigDecimal priceMax,
            @Nullable String note,
            Instant recordedAt) {}
}
