package vn.chophien.storefront.tradedesk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.Wire;

/** Price tables on their way to publication; for officers. */
@HttpExchange("/prices/uploads")
public interface TradeDeskApi {

    @GetExchange
    Mono<Uploads> uploads(@RequestParam(required = false) @Nullable String cursor);

    /** Status 422 when no row of the file can be read, 413 when it is too large. */
    @PostExchange(contentType = "text/csv")
    Mono<Upload> upload(
            @RequestParam(name = "file_name", required = false) @Nullable String fileName, @RequestBody byte[] file);

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
        DRAFT,
        SUBMITTED,
        PUBLISHED,
        DISCARDED
    }

    /** @param columns the recognized columns by key, with the headings of the file, in its order */
    record Upload(
            String id,
            State state,
            @Nullable String fileName,
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

    /** @param row the spreadsheet's number of the row; 1 is the heading */
    record Finding(int row, @Nullable String column, String code, String message) {}
}
