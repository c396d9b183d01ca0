package vn.chophien.storefront.tradedesk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/** Price tables on their way to publication; for officers. */
@HttpExchange("/prices/uploads")
public interface TradeDeskApi {

    @GetExchange
    Mono<Uploads> uploads(@RequestParam(required = false) @Nullable String cursor);

    /** Status 422 when no row of the file can be read, 413 when it is too large. */
    @PostExchange(contentType = "application/octet-stream")
    Mono<Upload> upload(
            @RequestParam(name = "file_name", required = false) @Nullable String fileName, @RequestBody byte[] file);

    /** What the columns under another heading line could mean. */
    @GetExchange("/{id}/layout")
    Mono<Layout> proposal(@PathVariable String id, @RequestParam(name = "heading_line") int headingLine);

    /** Status 422 when the columns do not say enough, 412 when somebody said something else meanwhile. */
    @PutExchange("/{id}/layout")
    Mono<Upload> explain(
            @PathVariable String id,
            @RequestHeader(HttpHeaders.IF_MATCH) String version,
            @RequestBody NewLayout layout);

    @GetExchange("/{id}")
    Mono<Upload> find(@PathVariable String id);

    /** Status 409 when the table has errors or was discarded, 422 when a price lacks a confirmation or a reason. */
    @PostExchange("/{id}/submit")
    Mono<Upload> submit(@PathVariable String id, @RequestBody Submission submission);

    /** @param reason why published prices are corrected */
    record Submission(boolean confirmUnusual, @Nullable String reason) {}

    /** Status 409 when the table was discarded, 403 for the officer who submitted it; publishing again changes nothing. */
    @PostExchange("/{id}/publish")
    Mono<Upload> publish(@PathVariable String id);

    @DeleteExchange("/{id}")
    Mono<Void> discard(@PathVariable String id);

    record Uploads(List<Upload> items, @Nullable String nextCursor) {
        public Uploads {
            items = Wire.orEmpty(items);
        }
    }

    enum State {
        /** An officer has yet to say what the columns mean. */
        MAPPING,
        DRAFT,
        SUBMITTED,
        PUBLISHED,
        DISCARDED
    }

    /** What a column can mean; a price of something stands in a column that says of what. */
    enum Use {
        IGNORE,
        DATE,
        SERIES,
        COMMODITY,
        GRADE,
        STAGE,
        PLACE,
        UNIT,
        NOTE,
        PRICE,
        PRICE_MIN,
        PRICE_MAX,
        PRICE_OF_COMMODITY,
        PRICE_OF_GRADE,
        PRICE_OF_STAGE,
        PRICE_OF_PLACE
    }

    /** @param lines some lines of the table around its heading */
    record Layout(int headingLine, List<Column> columns, Fixed fixed, List<Line> lines) {
        public Layout {
            columns = Wire.orEmpty(columns);
            lines = Wire.orEmpty(lines);
        }
    }

    record Column(
            String letter,
            String heading,
            Use use,
            @Nullable String of) {}

    /** What holds for every line. */
    record Fixed(
            @Nullable LocalDate date,
            @Nullable String commodity,
            @Nullable String grade,
            @Nullable String stage,
            @Nullable String place,
            @Nullable String unit) {}

    record Line(int number, List<String> cells) {
        public Line {
            cells = Wire.orEmpty(cells);
        }

        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    record NewLayout(int headingLine, List<NewColumn> columns, Fixed fixed) {}

    record NewColumn(Use use, @Nullable String of) {}

    /** @param columns the recognized columns by key, with the headings of the file, in its order */
    record Upload(
            String id,
            State state,
            int version,
            @Nullable String fileName,
            boolean workbook,
            @Nullable String uploadedByName,
            Instant uploadedAt,
            @Nullable String closedByName,
            @Nullable Instant closedAt,
            Map<String, String> columns,
            int rowCount,
            int errorCount,
            int warningCount,
            @Nullable String entrySet,
            boolean submittable,
            @Nullable Layout layout,
            List<Row> rows,
            List<Finding> errors,
            List<Finding> warnings) {
        public Upload {
            rows = Wire.orEmpty(rows);
            errors = Wire.orEmpty(errors);
            warnings = Wire.orEmpty(warnings);
        }
    }

    /** @param cells what was written, by column key */
    record Row(
            int row,
            int part,
            @Nullable LocalDate date,
            @Nullable SeriesName series,
            @Nullable BigDecimal price,
            @Nullable BigDecimal priceMin,
            @Nullable BigDecimal priceMax,
            @Nullable String unitLabel,
            @Nullable String note,
            @Nullable PreviousPrice previous,
            @Nullable BigDecimal changeRatio,
            Map<String, String> cells) {
        public Row {
            cells = Wire.orEmpty(cells);
        }
    }

    record SeriesName(String code, String title, String commodityCode) {}

    record PreviousPrice(LocalDate date, BigDecimal price) {}

    /**
     * @param row the spreadsheet's number of the row
     * @param cell where that is in a workbook, such as B7
     */
    record Finding(
            int row,
            int part,
            @Nullable String column,
            @Nullable String cell,
            String code,
            String message) {}
}
