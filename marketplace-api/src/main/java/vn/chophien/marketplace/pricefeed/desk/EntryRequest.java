package vn.chophien.marketplace.pricefeed.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceNotation;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.Remark;
import vn.chophien.marketplace.pricefeed.StatedPrice;
import vn.chophien.marketplace.pricefeed.StatedUnit;
import vn.chophien.marketplace.pricefeed.Status;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.FieldProblem;

/**
 * An entry as an officer sends it: a price or a range, or the status {@code WITHDRAWN} and no price.
 *
 * @param date the set's day when left away
 * @param figures the price or range as price tables write it, such as {@code 40.000 - 45.000}, instead of the numbers
 * @param unit the unit of the figures when it is not the series' own, such as {@code nghìn đồng/kg}
 * @param confirmed whether she looked again at a price that seems unusual
 */
record EntryRequest(
        @NotBlank @Size(max = 80) String series,
        @Nullable LocalDate date,
        @Nullable BigDecimal price,
        @Nullable BigDecimal priceMin,
        @Nullable BigDecimal priceMax,
        @Nullable @Size(max = 80) String figures,
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
        var stated = figures == null ? stated(field, of, problems) : written(figures, field, of, problems);
        return stated == null ? null : new DeskEntry(of, day, stated, chosen, remark, confirming);
    }

    private @Nullable Price written(String text, String field, PriceSeries of, List<FieldProblem> problems) {
        var own = new StatedUnit(BigDecimal.ONE, of.currency(), of.measure());
        return switch (PriceNotation.read(
                text, unit == null ? own : StatedUnit.parse(unit).orElse(own))) {
            case StatedPrice.Empty() -> refused(problems, field, "required");
            case StatedPrice.Unchanged() -> refused(problems, field, "price-unchanged");
            case StatedPrice.Refused(String code) -> refused(problems, field, code);
            case StatedPrice.Figures read -> {
                var inCell = read.unit();
                yield price(
                        read.min(),
                        read.max(),
                        inCell == null ? unit(field, of, problems) : inCell,
                        field,
                        of,
                        problems);
            }
        };
    }

    private @Nullable Price stated(String field, PriceSeries of, List<FieldProblem> problems) {
        var min = priceMin == null ? price : priceMin;
        var max = priceMax == null ? min : priceMax;
        if (min == null || max == null) {
            return refused(problems, field, "required");
        }
        return price(min, max, unit(field, of, problems), field, of, problems);
    }

    /** The unit of the figures; null, with a problem, when it cannot be read. */
    private @Nullable StatedUnit unit(String field, PriceSeries of, List<FieldProblem> problems) {
        if (unit == null || unit.isBlank()) {
            return new StatedUnit(BigDecimal.ONE, of.currency(), of.measure());
        }
        var read = StatedUnit.parse(unit).orElse(null);
        if (read == null) {
            problems.add(new FieldProblem(field + ".unit", "price-unit", Map.of("unit", unit)));
        }
        return read;
    }

    private @Nullable Price price(
            BigDecimal min,
            BigDecimal max,
            @Nullable StatedUnit in,
            String field,
            PriceSeries of,
            List<FieldProblem> problems) {
        if (in == null) {
            return null;
        }
        var factor = in.factorTo(of.currency(), of.measure()).orElse(null);
        if (factor == null) {
            problems.add(new FieldProblem(
                    field + ".unit", "price-unit", Map.of("unit", Objects.requireNonNullElse(unit, ""))));
            return null;
        }
        try {
            return new Price(min.multiply(factor), max.multiply(factor));
        } catch (IllegalArgumentException noPrice) {
            return refused(problems, field, "price-figures");
        }
    }

    private static @Nullable Price refused(List<FieldProblem> problems, String field, String code) {
        problems.add(new FieldProblem(field + ".price", code));
        return null;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
