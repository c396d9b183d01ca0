package vn.chophien.marketplace.pricefeed.upload;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceNotation;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.StatedPrice;
import vn.chophien.marketplace.pricefeed.StatedUnit;

/**
 * Turns the rows of a table into prices of series, in two steps because the second needs the prices published around
 * the days that the first finds: {@link #subjects} says which, {@link #rows} takes them.
 */
final class UploadReading {
    /** Beyond this change from the last price an officer is asked to look again; it is not refused. */
    static final BigDecimal UNUSUAL_CHANGE = new BigDecimal("0.30");

    private static final int EARLIEST_YEAR = 1990;

    private final PriceTable table;
    private final int headingLine;
    private final List<Subject> subjects;

    UploadReading(PriceTable table, int headingLine, SeriesDirectory directory, LocalDate today) {
        this.table = table;
        this.headingLine = headingLine;
        this.subjects =
                table.rows().stream().map(row -> subject(row, directory, today)).toList();
    }

    /** What a row is about, where that could be read. */
    record Subject(
            PriceTable.Row row,
            @Nullable PriceSeries series,
            @Nullable LocalDate validOn,
            List<Finding> findings) {
        boolean isKnown() {
            return series != null && validOn != null;
        }
    }

    List<Subject> subjects() {
        return subjects;
    }

    /** The finished rows in the file's order. */
    List<DraftRow> rows(PriceHistory history) {
        var firstRows = new HashMap<List<Object>, Integer>();
        var finished = new TreeMap<Integer, DraftRow>();
        // In order of days, so that "unchanged" can refer to an earlier day of the same file.
        IntStream.range(0, subjects.size())
                .boxed()
                .sorted(Comparator.comparing(
                        at -> subjects.get(at).validOn(), Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder())))
                .forEach(at -> finished.put(at, finish(subjects.get(at), history, firstRows)));
        return Stream.concat(
                        table.unused().isEmpty() ? Stream.empty() : Stream.of(heading()), finished.values().stream())
                .toList();
    }

    /** What there is to say about the heading itself. */
    private DraftRow heading() {
        var findings = table.unused().stream()
                .map(unused -> new Finding(
                        Finding.Severity.WARNING, null, "column-unused", Map.<String, Object>of("value", unused)))
                .toList();
        return new DraftRow(headingLine, 0, -1, Map.of(), null, null, null, null, null, findings);
    }

    private static Subject subject(PriceTable.Row row, SeriesDirectory directory, LocalDate today) {
        var findings = new ArrayList<Finding>();
        switch (row.misfit()) {
            case NONE -> {}
            case TOO_MANY_CELLS -> findings.add(Finding.error(UploadColumn.PRICE, "too-many-cells"));
            case CELL_TOO_LONG -> findings.add(Finding.error(UploadColumn.NOTE, "cell-too-long"));
        }
        if (row.repeated().contains(UploadColumn.COMMODITY)) {
            findings.add(Finding.warning(
                    UploadColumn.COMMODITY, "commodity-repeated", Map.of("value", row.cell(UploadColumn.COMMODITY))));
        }
        var validOn = day(row.cell(UploadColumn.DATE), today, findings);
        return switch (directory.find(row)) {
            case SeriesDirectory.Answer.Found(PriceSeries series) -> new Subject(row, series, validOn, findings);
            case SeriesDirectory.Answer.Former(PriceSeries series, Finding finding) -> {
                findings.add(finding);
                yield new Subject(row, series, validOn, findings);
            }
            case SeriesDirectory.Answer.Refused(Finding finding) -> {
                findings.add(finding);
                yield new Subject(row, null, validOn, findings);
            }
        };
    }

    private static @Nullable LocalDate day(String cell, LocalDate today, List<Finding> findings) {
        if (cell.isEmpty()) {
            findings.add(Finding.error(UploadColumn.DATE, "date-missing"));
            return null;
        }
        var day = StatedDate.read(cell).orElse(null);
        if (day == null) {
            findings.add(Finding.error(UploadColumn.DATE, "date-malformed", Map.of("value", cell)));
        } else if (day.isAfter(today)) {
            findings.add(Finding.error(UploadColumn.DATE, "date-in-future", Map.of("value", cell)));
            return null;
        } else if (day.getYear() < EARLIEST_YEAR) {
            findings.add(Finding.error(UploadColumn.DATE, "date-too-old", Map.of("value", cell)));
            return null;
        }
        return day;
    }

    private DraftRow finish(Subject subject, PriceHistory history, Map<List<Object>, Integer> firstRows) {
        var findings = new ArrayList<>(subject.findings());
        var series = subject.series();
        var validOn = subject.validOn();
        var previous = series == null || validOn == null
                ? null
                : history.lastBefore(series.id(), validOn).orElse(null);
        var price = price(subject.row(), series, previous, findings);
        if (series != null && validOn != null) {
            var twin = firstRows.putIfAbsent(
                    List.of(series.id(), validOn), subject.row().number());
            if (twin != null) {
                findings.add(Finding.error(UploadColumn.DATE, "row-twice", Map.of("row", twin)));
            }
            if (price != null) {
                compare(series, validOn, price, previous, history, findings);
                history.addStated(series.id(), validOn, price);
            }
        }
        var note = subject.row().cell(UploadColumn.NOTE);
        return new DraftRow(
                subject.row().number(),
                subject.row().part(),
                subject.row().priceColumn(),
                cells(subject.row()),
                series,
                validOn,
                price,
                note.isEmpty() || note.equals("/") ? null : note,
                previous,
                List.copyOf(findings));
    }

    private @Nullable Price price(
            PriceTable.Row row,
            @Nullable PriceSeries series,
            DraftRow.@Nullable DatedPrice previous,
            List<Finding> findings) {
        var unit = unit(row, findings);
        if (unit == null) {
            return null;
        }
        return switch (PriceNotation.read(row.cell(UploadColumn.PRICE), unit)) {
            case StatedPrice.Refused(String code) -> {
                findings.add(Finding.error(UploadColumn.PRICE, code, Map.of("value", row.cell(UploadColumn.PRICE))));
                yield null;
            }
            case StatedPrice.Unchanged() -> unchanged(series, previous, findings);
            case StatedPrice.Empty() -> {
                findings.add(Finding.warning(UploadColumn.PRICE, "price-empty", Map.of()));
                yield unchanged(series, previous, findings);
            }
            case StatedPrice.Figures figures -> inUnitOf(series, figures, unit, row, findings);
        };
    }

    private @Nullable StatedUnit unit(PriceTable.Row row, List<Finding> findings) {
        var cell = row.cell(UploadColumn.UNIT);
        if (cell.isEmpty()) {
            return row.unit().orElse(StatedUnit.DONG_PER_KILOGRAM);
        }
        var unit = StatedUnit.parse(cell).orElse(null);
        if (unit == null) {
            findings.add(Finding.error(UploadColumn.UNIT, "unit-unknown", Map.of("value", cell)));
        }
        return unit;
    }

    private static @Nullable Price unchanged(
            @Nullable PriceSeries series, DraftRow.@Nullable DatedPrice previous, List<Finding> findings) {
        if (previous != null) {
            return previous.price();
        }
        if (series != null) {
            findings.add(Finding.error(UploadColumn.PRICE, "nothing-to-repeat"));
        }
        return null;
    }

    private static @Nullable Price inUnitOf(
            @Nullable PriceSeries series,
            StatedPrice.Figures figures,
            StatedUnit columnUnit,
            PriceTable.Row row,
            List<Finding> findings) {
        if (series == null) {
            return null;
        }
        var own = figures.unit();
        if (own != null
                && !own.equals(columnUnit)
                && !row.cell(UploadColumn.UNIT).isEmpty()) {
            findings.add(Finding.error(UploadColumn.UNIT, "unit-contradicts-price"));
            return null;
        }
        var unit = own == null ? columnUnit : own;
        var factor = unit.factorTo(series.currency(), series.measure()).orElse(null);
        if (factor == null) {
            findings.add(Finding.error(
                    UploadColumn.UNIT, "unit-does-not-fit", Map.of("value", row.cell(UploadColumn.UNIT))));
            return null;
        }
        var min = figures.min().multiply(factor);
        var max = figures.max().multiply(factor);
        if (max.compareTo(Price.LIMIT) >= 0 || min.compareTo(new BigDecimal("0.0001")) < 0) {
            findings.add(Finding.error(
                    UploadColumn.PRICE, PriceNotation.MALFORMED, Map.of("value", row.cell(UploadColumn.PRICE))));
            return null;
        }
        return new Price(min, max);
    }

    private static void compare(
            PriceSeries series,
            LocalDate validOn,
            Price price,
            DraftRow.@Nullable DatedPrice previous,
            PriceHistory history,
            List<Finding> findings) {
        if (previous != null) {
            var change = price.changeFrom(previous.price());
            if (change.abs().compareTo(UNUSUAL_CHANGE) > 0) {
                findings.add(Finding.warning(
                        UploadColumn.PRICE,
                        "unusual-change",
                        Map.of("change", change, "previous", previous.price().middle())));
            } else {
                history.band(series.id())
                        .filter(band -> !band.holds(previous.price(), price))
                        .ifPresent(band -> findings.add(Finding.warning(
                                UploadColumn.PRICE,
                                "outside-band",
                                Map.of("low", band.low(previous.price()), "high", band.high(previous.price())))));
            }
        }
        history.publishedOn(series.id(), validOn)
                .filter(published -> !published.equals(price))
                .ifPresent(published -> findings.add(Finding.warning(
                        UploadColumn.PRICE, "corrects-published", Map.of("published", published.middle()))));
    }

    private static Map<String, String> cells(PriceTable.Row row) {
        var cells = new HashMap<String, String>();
        row.cells().forEach((column, cell) -> cells.put(column.key(), cell));
        return Map.copyOf(cells);
    }
}
