package vn.chophien.marketplace.pricefeed;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.PriceImportReport.Rejection;

/**
 * Price statistics in two files: {@code series.csv} with {@code series_id, name, commodity, unit, frequency, region,
 * source, licence} and {@code prices.csv} with {@code series_id, date, value}. A line that cannot be read is reported and
 * the rest is kept.
 */
final class StatisticsFiles {
    static final String SERIES_FILE = "series.csv";
    static final String PRICES_FILE = "prices.csv";

    private static final List<String> SERIES_COLUMNS =
            List.of("series_id", "name", "commodity", "unit", "frequency", "region", "source", "licence");
    private static final List<String> PRICE_COLUMNS = List.of("series_id", "date", "value");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final BundledPrices bundled;
    private final Map<String, PriceSeries> series = new LinkedHashMap<>();
    private final Map<String, Commodity> commodities = new HashMap<>();
    private final Map<SeriesCode, Map<LocalDate, Price>> prices = new HashMap<>();
    private final List<Rejection> rejections = new ArrayList<>();

    StatisticsFiles(BundledPrices bundled) {
        this.bundled = bundled;
        bundled.commodities().forEach(commodity -> commodities.put(commodity.code(), commodity));
    }

    /** Reads both files to their ends and closes them. */
    void read(Reader seriesFile, Reader pricesFile) {
        read(SERIES_FILE, seriesFile, SERIES_COLUMNS, this::addSeries);
        read(PRICES_FILE, pricesFile, PRICE_COLUMNS, this::addPrice);
    }

    List<Commodity> commodities() {
        return List.copyOf(commodities.values());
    }

    /** The series of the file, and those that come with the software, for officers to report into. */
    List<PriceSeries> series() {
        return Stream.concat(series.values().stream(), bundled.series().stream())
                .distinct()
                .toList();
    }

    Map<SeriesCode, Map<LocalDate, Price>> prices() {
        return prices;
    }

    List<Rejection> rejections() {
        return rejections;
    }

    /** Takes a row, or says what is wrong with it. */
    private interface RowReader {
        Optional<String> read(CSVRecord row);
    }

    private void read(String file, Reader reader, List<String> columns, RowReader rows) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (reader;
                var parser = format.parse(reader)) {
            var missing = columns.stream()
                    .filter(column -> !parser.getHeaderNames().contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                rejections.add(new Rejection(file, 1, "The heading lacks " + String.join(", ", missing)));
                return;
            }
            readRows(file, parser, rows);
        } catch (IOException | UncheckedIOException | IllegalArgumentException broken) {
            // The last for a heading with an empty or a repeated cell.
            rejections.add(new Rejection(file, 1, "The file cannot be read as CSV: " + broken.getMessage()));
        }
    }

    private void readRows(String file, CSVParser parser, RowReader rows) {
        for (var row : parser) {
            var line = parser.getCurrentLineNumber();
            var reason = row.isConsistent()
                    ? rows.read(row)
                    : Optional.of("The line has " + row.size() + " cells, the heading another number");
            reason.ifPresent(text -> rejections.add(new Rejection(file, line, text)));
        }
    }

    private Optional<String> addSeries(CSVRecord row) {
        var id = row.get("series_id");
        if (series.containsKey(id)) {
            return Optional.of("The series " + id + " was described before");
        }
        var code = SeriesCode.parse(id.replace('_', '-').replace(' ', '-'));
        var commodityCode = SeriesCode.parse(row.get("commodity").replaceAll("[^A-Za-z0-9]+", "-"));
        var frequency = frequency(row.get("frequency"));
        var unit = StatedUnit.parse(row.get("unit")).or(() -> perSellingUnit(row.get("unit")));
        if (code.isEmpty() || commodityCode.isEmpty()) {
            return Optional.of("A series needs a series_id and a commodity of letters, digits and hyphens");
        }
        if (frequency == null) {
            return Optional.of("The frequency is daily, weekly or monthly, not '" + row.get("frequency") + "'");
        }
        if (unit.isEmpty() || unit.get().multiple().compareTo(BigDecimal.ONE) != 0) {
            return Optional.of("The unit is a currency for a measure, such as VND/kg, not '" + row.get("unit") + "'");
        }
        var described = bundled.described(id);
        series.put(
                id,
                described != null ? described : series(row, code.get(), commodityCode.get(), frequency, unit.get()));
        return Optional.empty();
    }

    private PriceSeries series(
            CSVRecord row, SeriesCode code, SeriesCode commodityCode, Frequency frequency, StatedUnit unit) {
        var commodity = commodities.computeIfAbsent(
                commodityCode.value(),
                key -> new Commodity(
                        key, row.get("commodity"), row.get("commodity"), "OTHER", 1_000 + commodities.size()));
        var source = new PriceSeries.Source(row.get("source"), row.get("source"), null, row.get("licence"), null);
        return new PriceSeries(
                0,
                code,
                commodity,
                row.get("name"),
                row.get("name"),
                stage(row.get("name")),
                null,
                row.get("region"),
                row.get("region"),
                unit.measure(),
                unit.currency(),
                frequency,
                source,
                false,
                1_000 + series.size());
    }

    private Optional<String> addPrice(CSVRecord row) {
        var of = series.get(row.get("series_id"));
        if (of == null) {
            return Optional.of("The series '" + row.get("series_id") + "' is not in " + SERIES_FILE);
        }
        try {
            var price = Price.point(new BigDecimal(row.get("value")));
            var day = LocalDate.parse(row.get("date"));
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                return Optional.of("A price is of the years " + FIRST_YEAR + " to " + LAST_YEAR + ", not of " + day);
            }
            var twin = prices.computeIfAbsent(of.code(), key -> new HashMap<>()).putIfAbsent(day, price);
            return twin == null
                    ? Optional.empty()
                    : Optional.of("The series " + of.code() + " has a price for " + row.get("date") + " already");
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.of("A price needs an ISO date and a value above zero, not '" + row.get("date") + "' and '"
                    + row.get("value") + "'");
        }
    }

    private static @Nullable Frequency frequency(String text) {
        try {
            return Frequency.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    /** Statistics of retail prices are often per piece, bunch or carton, whatever is sold. */
    private static Optional<StatedUnit> perSellingUnit(String text) {
        int per = text.indexOf(" per ");
        return per < 0 ? Optional.empty() : StatedUnit.parse(text.substring(0, per) + "/piece");
    }

    private static Stage stage(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("retail")) {
            return Stage.RETAIL;
        }
        return lower.contains("farm") ? Stage.FARM_GATE : Stage.WHOLESALE;
    }
}
