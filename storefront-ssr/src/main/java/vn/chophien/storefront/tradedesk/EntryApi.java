package vn.chophien.storefront.tradedesk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
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

/** Sets of prices on their way to publication, what is public, and what is due; for officers. */
@HttpExchange("/prices")
public interface EntryApi {

    @GetExchange("/entry-sets")
    Mono<EntrySets> sets(@RequestParam State state, @RequestParam(required = false) @Nullable String cursor);

    /** What a day still owes, with the last prices; today's without a day. */
    @GetExchange("/entry-sets/open")
    Mono<OpenDay> open(@RequestParam(required = false) @Nullable LocalDate date);

    /** Status 400 when an entry cannot be read. */
    @PostExchange("/entry-sets")
    Mono<EntrySet> draft(@RequestBody Entries entries);

    /** The answer's ETag goes back as If-Match with a change. */
    @GetExchange("/entry-sets/{id}")
    Mono<ResponseEntity<EntrySet>> find(@PathVariable String id);

    /** Status 412 when somebody changed the set meanwhile, 409 when it is no draft any more. */
    @PutExchange("/entry-sets/{id}/entries")
    Mono<EntrySet> replace(
            @PathVariable String id, @RequestHeader(HttpHeaders.IF_MATCH) String version, @RequestBody Entries entries);

    /** Status 422 when an entry lacks a confirmation or a reason. */
    @PostExchange("/entry-sets/{id}/submit")
    Mono<EntrySet> submit(@PathVariable String id, @RequestBody Submission submission);

    @PostExchange("/entry-sets/{id}/return")
    Mono<EntrySet> giveBack(@PathVariable String id, @RequestBody Return remark);

    /** Status 403 for the officer who entered the set. */
    @PostExchange("/entry-sets/{id}/publish")
    Mono<EntrySet> publish(@PathVariable String id);

    @DeleteExchange("/entry-sets/{id}")
    Mono<Void> discard(@PathVariable String id);

    @GetExchange("/published-prices")
    Mono<PublishedPrices> published(
            @RequestParam(name = "q", required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/calendar")
    Mono<Calendar> calendar();

    /** Status 400 for a day of a weekend, or without its legal reference. */
    @PostExchange("/calendar/days-off")
    Mono<DayOff> addDayOff(@RequestBody NewDayOff dayOff);

    @DeleteExchange("/calendar/days-off/{date}")
    Mono<Void> removeDayOff(@PathVariable LocalDate date);

    enum State {
        DRAFT,
        SUBMITTED,
        PUBLISHED,
        DISCARDED
    }

    enum Status {
        PRELIMINARY,
        FINAL,
        WITHDRAWN
    }

    record Entries(List<NewEntry> entries) {}

    /** @param figures as typed */
    record NewEntry(
            String series,
            LocalDate date,
            @Nullable String figures,
            Status status,
            @Nullable String note,
            @Nullable String source,
            @Nullable String sourceUrl,
            @Nullable String reason,
            boolean confirmed) {}

    record Submission(@Nullable String reason) {}

    record Return(String reason) {}

    record EntrySets(List<EntrySet> items, @Nullable String nextCursor) {
        public EntrySets {
            items = Wire.orEmpty(items);
        }
    }

    record OpenDay(LocalDate date, List<Entry> entries) {
        public OpenDay {
            entries = Wire.orEmpty(entries);
        }
    }

    /** @param entries left away in lists */
    record EntrySet(
            String id,
            State state,
            @Nullable String enteredByName,
            Instant enteredAt,
            @Nullable Instant submittedAt,
            @Nullable String returnedFor,
            @Nullable String closedByName,
            @Nullable Instant closedAt,
            boolean editable,
            boolean publishable,
            int entryCount,
            @Nullable LocalDate firstDate,
            @Nullable LocalDate lastDate,
            List<Entry> entries) {
        public EntrySet {
            entries = Wire.orEmpty(entries);
        }
    }

    record Entry(
            SeriesName series,
            LocalDate date,
            Status status,
            @Nullable BigDecimal price,
            @Nullable BigDecimal priceMin,
            @Nullable BigDecimal priceMax,
            String unitLabel,
            @Nullable String note,
            @Nullable String source,
            @Nullable String sourceUrl,
            @Nullable String reason,
            boolean confirmed,
            @Nullable DatedPrice previous,
            @Nullable BigDecimal changeRatio,
            @Nullable DatedPrice published,
            @Nullable Band band,
            boolean needsConfirmation,
            boolean needsReason,
            List<Flag> flags) {
        public Entry {
            flags = Wire.orEmpty(flags);
        }
    }

    record SeriesName(
            String code,
            String title,
            String commodityCode,
            String commodity,
            @Nullable String grade,
            String stage,
            String place) {
        /** What tells this price from others of the commodity at the place. */
        public String kind() {
            return grade == null ? stage : grade + ", " + stage;
        }
    }

    record DatedPrice(
            LocalDate date,
            BigDecimal price,
            @Nullable BigDecimal priceMin,
            @Nullable BigDecimal priceMax) {}

    record Band(BigDecimal low, BigDecimal high) {}

    record Flag(String code, String message) {}

    record PublishedPrices(
            List<PublishedPrice> items, @Nullable String nextCursor) {
        public PublishedPrices {
            items = Wire.orEmpty(items);
        }
    }

    record PublishedPrice(
            SeriesName series,
            LocalDate date,
            Status status,
            BigDecimal price,
            @Nullable BigDecimal priceMin,
            @Nullable BigDecimal priceMax,
            String unitLabel,
            @Nullable String note,
            @Nullable String reason,
            Instant publishedAt) {}

    record Calendar(LocalDate today, @Nullable DayOff dayOff, int lateCount, List<DueDay> days, List<DayOff> daysOff) {
        public Calendar {
            days = Wire.orEmpty(days);
            daysOff = Wire.orEmpty(daysOff);
        }

        /** The last day that has daily prices; today where none of the days has any. */
        LocalDate lastPublished() {
            return days.stream()
                    .filter(day -> day.published() > 0 && day.frequency().equals("DAILY"))
                    .map(DueDay::date)
                    .max(Comparator.naturalOrder())
                    .orElse(today);
        }
    }

    enum Progress {
        DONE,
        WAITING,
        DUE,
        LATE,
        UPCOMING
    }

    /** @param missingSeries the first of those that are missing */
    record DueDay(
            LocalDate date,
            LocalDate dueOn,
            String frequency,
            Progress progress,
            int expected,
            int published,
            int submitted,
            int drafted,
            int missing,
            List<MissingSeries> missingSeries) {
        public DueDay {
            missingSeries = Wire.orEmpty(missingSeries);
        }
    }

    record MissingSeries(String code, String title) {}

    record NewDayOff(@Nullable LocalDate date, String nameVi, String nameEn, String legalReference) {}

    record DayOff(LocalDate date, String name, String legalReference) {}
}
