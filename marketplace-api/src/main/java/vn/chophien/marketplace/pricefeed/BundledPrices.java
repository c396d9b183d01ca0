package vn.chophien.marketplace.pricefeed;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.demonstration.DemonstrationPrices;

/** The commodities and series that come with the software, with their observations; read from resources. */
final class BundledPrices {
    private final Map<String, Commodity> commodities = new HashMap<>();
    private final Map<String, PriceSeries> series = new HashMap<>();
    private final Map<String, SeriesCode> codesBySeriesId = new HashMap<>();

    BundledPrices() {
        var sources = new HashMap<String, CSVRecord>();
        read("sources.csv").forEach(row -> sources.put(row.get("key"), row));
        for (var row : read("commodities.csv")) {
            var commodity =
                    new Commodity(row.get("code"), row.get("name_vi"), row.get("name_en"), row.get("group"), (int)
                            row.getRecordNumber());
            commodities.put(commodity.code(), commodity);
        }
        for (var row : read("series.csv")) {
            var source = Objects.requireNonNull(sources.get(row.get("source")), row.get("source"));
            var entry = series(row, source);
            series.put(entry.code().value(), entry);
            if (!row.get("series_id").isEmpty()) {
                codesBySeriesId.put(row.get("series_id"), entry.code());
            }
        }
    }

    List<Commodity> commodities() {
        return List.copyOf(commodities.values());
    }

    List<PriceSeries> series() {
        return List.copyOf(series.values());
    }

    /** The series that the files of published statistics know under another name; null when we describe it not. */
    @Nullable
    PriceSeries described(String seriesId) {
        var code = codesBySeriesId.get(seriesId);
        return code == null ? null : series.get(code.value());
    }

    /** Monthly world market prices of the World Bank. */
    Map<SeriesCode, Map<LocalDate, Price>> worldBank() {
        var prices = new HashMap<SeriesCode, Map<LocalDate, Price>>();
        for (var row : read("world-bank.csv")) {
            var code = Objects.requireNonNull(codesBySeriesId.get(row.get("series_id")), row.get("series_id"));
            prices.computeIfAbsent(code, key -> new HashMap<>())
                    .put(LocalDate.parse(row.get("date")), Price.point(new BigDecimal(row.get("value"))));
        }
        return prices;
    }

    /** Invented daily prices up to a day. */
    Map<SeriesCode, Map<LocalDate, Price>> demonstration(LocalDate last) {
        var prices = new HashMap<SeriesCode, Map<LocalDate, Price>>();
        for (var row : read("demonstration.csv")) {
            var described = Objects.requireNonNull(series.get(row.get("code")), row.get("code"));
            prices.put(
                    described.code(),
                    new DemonstrationPrices(new DemonstrationPrices.Profile(
                                    described.commodity().code(),
                                    described.code().value(),
                                    Integer.parseInt(row.get("level")),
                                    Integer.parseInt(row.get("season_percent")),
                                    Integer.parseInt(row.get("peak_month")),
                                    Integer.parseInt(row.get("volatility_permille")),
                                    Integer.parseInt(row.get("step")),
                                    Integer.parseInt(row.get("spread"))))
                            .until(last));
        }
        return prices;
    }

    private PriceSeries series(CSVRecord row, CSVRecord source) {
        return new PriceSeries(
                0,
                new SeriesCode(row.get("code")),
                Objects.requireNonNull(commodities.get(row.get("commodity")), row.get("commodity")),
                orNull(row.get("grade_vi")),
                orNull(row.get("grade_en")),
                Stage.valueOf(row.get("stage")),
                orNull(row.get("province_code")),
                row.get("place_vi"),
                row.get("place_en"),
                Measure.valueOf(row.get("measure")),
                row.get("currency"),
                Frequency.valueOf(row.get("frequency")),
                new PriceSeries.Source(
                        source.get("name_vi"),
                        source.get("name_en"),
                        orNull(source.get("url")),
                        source.get("licence"),
                        orNull(source.get("licence_url"))),
                Boolean.parseBoolean(source.get("demonstration")),
                (int) row.getRecordNumber());
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static List<CSVRecord> read(String file) {
        var stream = Objects.requireNonNull(BundledPrices.class.getResourceAsStream("/pricefeed/" + file), file);
        try (var parser = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new ArrayList<>(parser.getRecords());
        } catch (IOException unreadable) {
            throw new IllegalStateException("Cannot read " + file, unreadable);
        }
    }
}
