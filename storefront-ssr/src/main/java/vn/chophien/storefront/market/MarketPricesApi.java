package vn.chophien.storefront.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.Wire;

/** The published prices. */
@HttpExchange("/prices")
public interface MarketPricesApi {

    /** A page of the board, as far as it fits the parameters. */
    @GetExchange("/board")
    Mono<Board> board(
            @RequestParam MultiValueMap<String, String> selection,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf);

    @GetExchange("/board/filters")
    Mono<Filters> filters(@RequestParam(name = "as_of", required = false) @Nullable String asOf);

    @GetExchange("/commodities")
    Mono<Commodities> commodities();

    /** A page of the largest size. Status 404 for a commodity without current prices. */
    @GetExchange("/commodities/{code}/latest?page_size=100")
    Mono<Latest> latest(@PathVariable String code, @RequestParam(required = false) @Nullable String cursor);

    /** A page of the largest size. */
    @GetExchange("/series?page_size=100")
    Mono<SeriesList> series(@RequestParam String commodity, @RequestParam(required = false) @Nullable String cursor);

    /** Status 404 for an unknown code, or one that was not known then. */
    @GetExchange("/series/{code}")
    Mono<Series> oneSeries(
            @PathVariable String code, @RequestParam(name = "as_of", required = false) @Nullable String asOf);

    /** Status 404 for a series without prices. */
    @GetExchange("/series/{code}/latest")
    Mono<Quote> quote(@PathVariable String code);

    @GetExchange("/series/{code}/observations")
    Mono<Observations> observations(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf);

    /** Days with more than one word on them, the latest first. */
    @GetExchange("/series/{code}/corrections")
    Mono<Corrections> corrections(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf);

    /** @param total how many series fit, on all pages */
    record Board(
            @Nullable LocalDate date,
            boolean demonstration,
            List<Group> groups,
            List<Credit> credits,
            @Nullable String nextCursor,
            int total) {
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

    record Filters(List<Choice> commodities, List<Choice> provinces, List<Choice> stages) {
        public Filters {
            commodities = Wire.orEmpty(commodities);
            provinces = Wire.orEmpty(provinces);
            stages = Wire.orEmpty(stages);
        }
    }

    record Choice(String code, String name, int count) {}

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

    record Latest(
            CommodityName commodity,
            List<Quote> items,
            List<Credit> credits,
            @Nullable String nextCursor) {
        public Latest {
            items = Wire.orEmpty(items);
            credits = Wire.orEmpty(credits);
        }
    }

    record SeriesList(List<Series> items, @Nullable String nextCursor) {
        public SeriesList {
            items = Wire.orEmpty(items);
        }
    }

    record Name(String code, String name) {}

    /** @param nameInSentence without the capital of a beginning */
    record CommodityName(String code, String name, String nameInSentence) {}

    record Series(
            String code,
            String title,
            CommodityName commodity,
            @Nullable String grade,
            @Nullable String stage,
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
     * @param weekChange against the last price a week earlier
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
            @Nullable BigDecimal weekChange,
            @Nullable BigDecimal weekChangeRatio,
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

    /** @param reason why an earlier price of the day was corrected to this one */
    record Observation(
            LocalDate date,
            BigDecimal price,
            @Nullable BigDecimal priceMin,
            @Nullable BigDecimal priceMax,
            @Nullable String status,
            @Nullable String note,
            @Nullable String reason,
            Instant recordedAt) {

        public boolean isPreliminary() {
            return "PRELIMINARY".equals(status);
        }

        public BigDecimal low() {
            return priceMin == null ? price : priceMin;
        }

        public BigDecimal high() {
            return priceMax == null ? price : priceMax;
        }
    }

    record Corrections(List<CorrectedDay> items) {
        public Corrections {
            items = Wire.orEmpty(items);
        }
    }

    record CorrectedDay(LocalDate date, List<Revision> revisions) {
        public CorrectedDay {
            revisions = Wire.orEmpty(revisions);
        }

        /** Each word but the first, with the one it replaced. */
        public List<Correction> corrections() {
            return IntStream.range(1, revisions.size())
                    .mapToObj(index -> new Correction(revisions.get(index - 1), revisions.get(index)))
                    .toList();
        }
    }

    record Correction(Revision before, Revision after) {}

    /** @param price none for a withdrawal */
    record Revision(
            String publication,
            Instant publishedAt,
            String status,
            @Nullable BigDecimal price,
            @Nullable BigDecimal priceMin,
            @Nullable BigDecimal priceMax,
            @Nullable String reason) {}
}
