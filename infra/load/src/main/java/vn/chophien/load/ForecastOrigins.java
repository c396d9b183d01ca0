package vn.chophien.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.chophien.marketplace.pricefeed.Frequency;

/** Series of prices and the dates to forecast them from: a folder of CSV files without quoted fields. */
final class ForecastOrigins {
    private final List<Origin> all = new ArrayList<>();

    /**
     * A date to forecast from.
     *
     * @param known the prices up to that date
     * @param targets the dates to forecast
     * @param came the prices that came on them; none where none was observed
     */
    record Origin(
            String series,
            Frequency frequency,
            LocalDate date,
            NavigableMap<LocalDate, Double> known,
            List<LocalDate> targets,
            NavigableMap<LocalDate, Double> came) {}

    /** A line of a file by the names of its columns. */
    record Row(Map<String, String> fields) {
        String text(String column) {
            var text = fields.get(column);
            if (text == null) {
                throw new IllegalArgumentException("There is no column %s among %s".formatted(column, fields.keySet()));
            }
            return text;
        }
    }

    private ForecastOrigins() {}

    static ForecastOrigins read(Path folder) throws IOException {
        var prices = new LinkedHashMap<String, NavigableMap<LocalDate, Double>>();
        for (var row : rows(folder.resolve("prices.csv"))) {
            prices.computeIfAbsent(row.text("series_id"), series -> new TreeMap<>())
                    .put(LocalDate.parse(row.text("date")), Double.valueOf(row.text("value")));
        }
        var targets = new HashMap<String, List<LocalDate>>();
        for (var row : rows(folder.resolve("targets.csv"))) {
            targets.computeIfAbsent(row.text("series_id") + row.text("origin_date"), origin -> new ArrayList<>())
                    .add(LocalDate.parse(row.text("target_date")));
        }
        var origins = new ForecastOrigins();
        for (var row : rows(folder.resolve("origins.csv"))) {
            var date = LocalDate.parse(row.text("origin_date"));
            var series = row.text("series_id");
            var all = prices.getOrDefault(series, new TreeMap<>());
            origins.all.add(new Origin(
                    series,
                    Frequency.valueOf(row.text("frequency").toUpperCase(Locale.ROOT)),
                    date,
                    all.headMap(date, true),
                    targets.getOrDefault(series + date, List.of()),
                    all.tailMap(date, false)));
        }
        return origins;
    }

    List<Origin> all() {
        return all;
    }

    static List<Row> rows(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var names = lines.getFirst().split(",", -1);
        var rows = new ArrayList<Row>();
        for (var line : lines.subList(1, lines.size())) {
            var fields = line.split(",", -1);
            var row = new HashMap<String, String>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], fields[i]);
            }
            rows.add(new Row(row));
        }
        return rows;
    }
}
