package vn.chophien.marketplace.pricefeed.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.Remark;
import vn.chophien.marketplace.pricefeed.StatedUnit;
import vn.chophien.marketplace.pricefeed.Status;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.FieldProblem;

/**
 * An entry as an officer sends it: a price or a range, or the status {@code WITHDRAWN} and no price.
 *
 * @param date the set's day when left away
 * @param unit the unit of the figures when it is not the series' own, such as {@code nghìn đồng/kg}
 * @param confirmed whether she looked again at a price that seems unusual
 */
record EntryRequest(
        @NotBlank @Size(max = 80) String series,
        @Nullable LocalDate date,
        @Nullable BigDecimal price,
        @Nullable BigDecimal priceMin,
        @Nullable BigDecimal priceMax,
        @Nullable @Size(max = 60) String unit,
        @Nullable Status status,
        @Nullable @Size(max = 500) String note,
        @Nullable @Size(max = 200) String source,
        @Nullable @Size(max = 500) String sourceUrl,
        @Nullable @Size(max = 500) String reason,
        @Nullable Boolean confirmed) {

    /** Adds to {@code problems} what is wrong with it, and is null then. */
    @Nullable
    DeskEntry entry(String field, PriceSeries of, LocalDate day, AccountId officer, List<FieldProblem> problems) {
        var chosen = status == null ? Status.FINAL : status;
        var remark = new Remark(blankToNull(note), blankToNull(source), blankToNull(sourceUrl), blankToNull(reason));
        var confirming = Boolean.TRUE.equals(confirmed) ? officer : null;
        if (sourceUrl != null && !sourceUrl.isBlank() && !sourceUrl.matches("https?://\\S+")) {
            problems.add(new FieldProblem(field + ".source_url", "invalid"));
            return null;
        }
        if (chosen == Status.WITHDRAWN) {
            return new DeskEntry(of, day, null, chosen, remark, confirming);
        }
        var figures = figures(field, of, problems);
        return figures == null ? null : new DeskEntry(of, day, figures, chosen, remark, confirming);
    }

    private @Nullable Price figures(String field, PriceSeries of, List<FieldProblem> problems) {
        var min = priceMin == null ? price : priceMin;
        var max = priceMax == null ? min : priceMax;
        if (min == null || max == null) {
            problems.add(new FieldProblem(field + ".price", "required"));
            return null;
        }
        var factor = unit == null || unit.isBlank()
                ? BigDecimal.ONE
                : StatedUnit.parse(unit)
                        .flatMap(stated -> stated.factorTo(of.currency(), of.measure()))
                        .orElse(null);
        if (factor == null) {
            problems.add(new FieldProblem(field + ".unit", "price-unit", Map.of("unit", unit == null ? "" : unit)));
            return null;
        }
        try {
            return new Price(min.multiply(factor), max.multiply(factor));
        } catch (IllegalArgumentException noPrice) {
            problems.add(new FieldProblem(field + ".price", "price-figures"));
            return null;
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
