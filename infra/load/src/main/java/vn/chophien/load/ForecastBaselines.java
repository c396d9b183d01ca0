package vn.chophien.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import vn.chophien.marketplace.pricefeed.Frequency;

/** What well-known methods reach on the same origins, from the folder's {@code baselines.csv}. */
final class ForecastBaselines {
    /** The last price; R's equal-weight combination on logs with three kinds of bounds. */
    private static final List<String> SHOWN = List.of("naive", "comb_log", "comb4_log", "comb4_log_mix");

    private final List<ForecastOrigins.Row> rows;

    private ForecastBaselines(List<ForecastOrigins.Row> rows) {
        this.rows = rows;
    }

    static ForecastBaselines read(Path folder) throws IOException {
        var file = folder.resolve("baselines.csv");
        return new ForecastBaselines(Files.exists(file) ? ForecastOrigins.rows(file) : List.of());
    }

    List<String> lines(Frequency frequency) {
        return rows.stream()
                .filter(row -> frequency.name().equalsIgnoreCase(row.text("frequency")))
                .filter(row -> SHOWN.contains(row.text("model")))
                .map(row -> String.format(
                        Locale.ROOT,
                        "%-8s %-20s %7.4f %7.4f %7.1f %7.1f %8.3f %8.3f %8.1f",
                        "",
                        row.text("model"),
                        number(row, "relMAE"),
                        number(row, "MASE"),
                        number(row, "cov80"),
                        number(row, "cov95"),
                        number(row, "MSIS80"),
                        number(row, "MSIS95"),
                        number(row, "cpu_s") * 1000))
                .toList();
    }

    private static double number(ForecastOrigins.Row row, String column) {
        return Double.parseDouble(row.text(column));
    }
}
