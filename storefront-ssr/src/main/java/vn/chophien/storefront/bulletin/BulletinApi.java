package vn.chophien.storefront.bulletin;

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

/** The published bulletins. */
@HttpExchange("/prices")
public interface BulletinApi {

    @GetExchange("/bulletins")
    Mono<Bulletins> bulletins(@RequestParam(required = false) @Nullable String cursor);

    /** Status 404 for an unknown number or edition. */
    @GetExchange("/bulletins/{number}")
    Mono<Bulletin> bulletin(@PathVariable int number, @RequestParam(required = false) @Nullable Integer edition);

    @GetExchange("/bulletins/{number}/editions")
    Mono<Bulletins> editions(@PathVariable int number);

    /** A page of the largest size of all price series. */
    @GetExchange("/series?page_size=100")
    Mono<SeriesList> series(@RequestParam(required = false) @Nullable String cursor);

    record Bulletins(List<Summary> items, @Nullable String nextCursor) {
        public Bulletins {
            items = Wire.orEmpty(items);
        }
    }

    enum Period {
        DAY,
        WEEK,
        MONTH
    }

    record Summary(
            int number,
            int edition,
            boolean last,
            Period period,
            LocalDate from,
            LocalDate to,
            String title,
            @Nullable String reason,
            Instant publishedAt) {}

    record Bulletin(
            int number,
            int edition,
            boolean last,
            Period period,
            LocalDate from,
            LocalDate to,
            String title,
            String body,
            @Nullable String reason,
            String department,
            String author,
            String approver,
            Instant approvedAt,
            Instant publishedAt,
            AsOf asOf,
            boolean demonstration,
            List<Figure> figures,
            List<Credit> credits) {
        public Bulletin {
            figures = Wire.orEmpty(figures);
            credits = Wire.orEmpty(credits);
        }
    }

    /** The publication of prices that the figures are from. */
    record AsOf(int vintage, Instant publishedAt) {}

    record Credit(
            String source,
            @Nullable String sourceUrl,
            String licence,
            @Nullable String licenceUrl) {}

    /** @param directive what stands in the text, braces included */
    record Figure(
            String directive,
            @Nullable String text,
            @Nullable SeriesName series,
            List<Point> points,
            @Nullable Table table,
            List<String> lines) {
        public Figure {
            points = Wire.orEmpty(points);
            lines = Wire.orEmpty(lines);
        }

        /** Whether it fills a paragraph. */
        boolean isBlock() {
            return text == null;
        }
    }

    record SeriesName(String code, String title, String unitLabel, String frequency) {}

    record Point(
            LocalDate date,
            BigDecimal price,
            @Nullable BigDecimal priceMin,
            @Nullable BigDecimal priceMax) {}

    record Table(List<String> columns, List<Row> rows) {
        public Table {
            columns = Wire.orEmpty(columns);
            rows = Wire.orEmpty(rows);
        }
    }

    /** @param series the code of the one that its first cell names */
    record Row(String series, List<String> cells) {
        public Row {
            cells = Wire.orEmpty(cells);
        }
    }

    record SeriesList(List<Series> items, @Nullable String nextCursor) {
        public SeriesList {
            items = Wire.orEmpty(items);
        }
    }

    record Series(String code, String title, Commodity commodity, String frequency) {}

    record Commodity(String code, String name) {}
}
