package vn.chophien.marketplace.pricefeed.statistics;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import vn.chophien.marketplace.pricefeed.Frequency;
import vn.chophien.marketplace.pricefeed.Observation;
import vn.chophien.marketplace.pricefeed.PriceFiles;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.Status;

/** Observations as SDMX-CSV 2.0, in the columns of {@link SdmxStructure}. */
final class SdmxData {
    private SdmxData() {}

    record SeriesData(PriceSeries series, List<Observation> observations) {}

    static String write(List<SeriesData> found) {
        return PriceFiles.write(
                printer -> {
                    for (var one : found) {
                        for (var observation : one.observations()) {
                            print(printer, one.series(), observation);
                        }
                    }
                },
                SdmxStructure.columns().toArray(String[]::new));
    }

    private static void print(CSVPrinter printer, PriceSeries series, Observation observation) throws IOException {
        var price = observation.price();
        printer.printRecord(
                "dataflow",
                SdmxStructure.DATAFLOW,
                "I",
                SdmxStructure.frequency(series.frequency()),
                SdmxStructure.id(series.code().value()),
                period(series.frequency(), observation.validOn()),
                price.middle().toPlainString(),
                price.min().toPlainString(),
                price.max().toPlainString(),
                SdmxStructure.id(series.commodity().code()),
                series.stage(),
                series.provinceCode() == null ? "_Z" : "VN-" + series.provinceCode(),
                series.currency(),
                series.measure(),
                series.source().licence(),
                observation.status() == Status.PRELIMINARY ? "P" : "A",
                observation.note(),
                observation.vintage());
    }

    /** A weekly price is of one weekday, which a number of a week would lose. */
    private static String period(Frequency frequency, LocalDate day) {
        return frequency == Frequency.MONTHLY ? YearMonth.from(day).toString() : day.toString();
    }
}
