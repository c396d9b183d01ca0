package vn.chophien.marketplace.pricefeed.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.SeriesCode;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** Understands the entries an officer sends. */
@Component
class EntryReading {
    private static final int EARLIEST_YEAR = 1990;

    private final SeriesCatalog catalog;

    EntryReading(SeriesCatalog catalog) {
        this.catalog = catalog;
    }

    /** @return fails with {@link RequestProblem}, naming every entry that cannot be kept */
    Mono<List<DeskEntry>> read(List<EntryRequest> requests, LocalDate day, LocalDate today, AccountId officer) {
        var wrong = wrongDay(day, today, false);
        if (wrong != null) {
            return Mono.error(() -> RequestProblem.invalid(new FieldProblem("date", wrong)));
        }
        return catalog.all().collectMap(PriceSeries::code).map(series -> read(requests, day, today, officer, series));
    }

    private static List<DeskEntry> read(
            List<EntryRequest> requests,
            LocalDate day,
            LocalDate today,
            AccountId officer,
            Map<SeriesCode, PriceSeries> series) {
        var problems = new ArrayList<FieldProblem>();
        var entries = new ArrayList<DeskEntry>();
        var seen = new HashSet<List<Object>>();
        for (int index = 0; index < requests.size(); index++) {
            var request = requests.get(index);
            var field = "entries[" + index + "]";
            var of = SeriesCode.parse(request.series()).map(series::get).orElse(null);
            if (of == null) {
                problems.add(new FieldProblem(field + ".series", "unknown"));
                continue;
            }
            var on = Objects.requireNonNullElse(request.date(), day);
            var wrong = wrongDay(on, today, !seen.add(List.of(of.code(), on)));
            if (wrong != null) {
                problems.add(new FieldProblem(field + ".date", wrong));
                continue;
            }
            var entry = request.entry(field, of, on, officer, problems);
            if (entry != null) {
                entries.add(entry);
            }
        }
        if (!problems.isEmpty()) {
            throw RequestProblem.invalid(problems.toArray(FieldProblem[]::new));
        }
        return entries;
    }

    private static @Nullable String wrongDay(LocalDate day, LocalDate today, boolean twice) {
        if (day.isAfter(today)) {
            return "price-date-future";
        }
        if (day.getYear() < EARLIEST_YEAR) {
            return "invalid";
        }
        return twice ? "price-entry-twice" : null;
    }
}
