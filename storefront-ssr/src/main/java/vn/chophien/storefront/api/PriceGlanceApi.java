package vn.chophien.storefront.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;

/** As much of the market prices as pages about something else show. */
@HttpExchange
public interface PriceGlanceApi {

    /** The first series of each commodity, as many as fit on a page of that size. */
    @GetExchange("/prices/board?per_commodity=1")
    Mono<Board> board(@RequestParam String frequency, @RequestParam(name = "page_size") int pageSize);

    /** Reference prices by the kilogram; status 404 when the commodity has none. */
    @GetExchange("/prices/commodities/{code}/band")
    Mono<Band> band(@PathVariable String code, @RequestParam(required = false) @Nullable String province);

    /** When the commodity is harvested. */
    @GetExchange("/prices/commodities/{code}/seasons")
    Mono<Seasons> seasons(@PathVariable String code, @RequestParam(required = false) @Nullable String province);

    record Board(@Nullable LocalDate date, boolean demonstration, List<Group> groups) {
        public Board {
            groups = Wire.orEmpty(groups);
        }

        public Stream<Quote> quotes() {
            return groups.stream()
                    .flatMap(group -> group.commodities().stream())
                    .flatMap(commodity -> commodity.quotes().stream());
        }

        public static Board none() {
            return new Board(null, false, List.of());
        }
    }

    record Group(List<Commodity> commodities) {
        public Group {
            commodities = Wire.orEmpty(commodities);
        }
    }

    record Commodity(String code, String name, List<Quote> quotes) {
        public Commodity {
            quotes = Wire.orEmpty(quotes);
        }
    }

    record Band(CommodityName commodity, boolean demonstration, List<StageBand> stages) {
        public Band {
            stages = Wire.orEmpty(stages);
        }
    }

    /**
     * What a kilogram is quoted at on a stage of its way to the table.
     *
     * @param local whether the prices are those of the province that was asked for
     */
    record StageBand(
            String stage,
            String stageName,
            BigDecimal low,
            BigDecimal high,
            String unitLabel,
            LocalDate lastDate,
            boolean local,
            List<String> places) {
        public StageBand {
            places = Wire.orEmpty(places);
        }
    }

    record Seasons(List<Season> items) {
        public Seasons {
            items = Wire.orEmpty(items);
        }

        public static Seasons none() {
            return new Seasons(List.of());
        }
    }

    /** @param months in the order of the season, which may go over the end of a year */
    record Season(Name province, List<Integer> months, String source, String sourceUrl) {
        public Season {
            months = Wire.orEmpty(months);
        }
    }

    /** @param changeRatio against the price before, 0.012 for plus 1.2 percent */
    record Quote(
            Series series,
            LocalDate date,
            BigDecimal price,
            @Nullable BigDecimal change,
            @Nullable BigDecimal changeRatio) {

        public int direction() {
            return change == null ? 0 : change.signum();
        }
    }

    record Series(
            String code,
            String title,
            Name commodity,
            @Nullable String grade,
            @Nullable String stageName,
            @Nullable Name province,
            @Nullable String place,
            String frequency,
            String currency,
            String unitLabel,
            boolean demonstration) {}

    record Name(String code, String name) {}

    /** @param nameInSentence without the capital of a beginning */
    record CommodityName(String code, String name, String nameInSentence) {}
}
