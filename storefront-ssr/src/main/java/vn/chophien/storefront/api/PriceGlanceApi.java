package vn.chophien.storefront.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;

/** As much of the market prices as pages about something else show. */
@HttpExchange
public interface PriceGlanceApi {

    @GetExchange("/prices/board")
    Mono<Board> board();

    /** Status 404 when the commodity has no published price. */
    @GetExchange("/prices/commodities/{code}/latest")
    Mono<Latest> latest(@PathVariable String code);

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

    record Latest(List<Quote> items) {
        public Latest {
            items = Wire.orEmpty(items);
        }

        public static Latest none() {
            return new Latest(List.of());
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
}
