package vn.chophien.marketplace.pricefeed.forecastrecord;

import java.io.IOException;
import org.apache.commons.csv.CSVPrinter;
import vn.chophien.marketplace.pricefeed.PriceFiles;
import vn.chophien.marketplace.pricefeed.PriceSeries;

/** A forecast as CSV (RFC 4180, UTF-8, decimal point): columns are promised not to change, new ones come at the end. */
final class ForecastFile {
    private static final String[] HEADING = {
        "series",
        "number",
        "issued_at",
        "origin",
        "date",
        "mean",
        "lo80",
        "hi80",
        "lo95",
        "hi95",
        "model_mean",
        "model_lo80",
        "model_hi80",
        "model_lo95",
        "model_hi95",
        "currency",
        "measure",
        "method",
        "data_vintage",
        "retrospective",
        "demonstration"
    };

    private ForecastFile() {}

    static String write(IssuedForecast issued, PriceSeries series) {
        return PriceFiles.write(
                printer -> {
                    for (var step : issued.content().steps()) {
                        print(printer, issued, step, series);
                    }
                },
                HEADING);
    }

    private static void print(CSVPrinter printer, IssuedForecast issued, ForecastContent.Step step, PriceSeries series)
            throws IOException {
        var content = issued.content();
        var point = step.published();
        var model = step.model();
        printer.printRecord(
                series.code(),
                issued.number(),
                issued.issuedAt(),
                content.origin(),
                point.date(),
                point.mean().toPlainString(),
                point.lo80().toPlainString(),
                point.hi80().toPlainString(),
                point.lo95().toPlainString(),
                point.hi95().toPlainString(),
                model.mean().toPlainString(),
                model.lo80().toPlainString(),
                model.hi80().toPlainString(),
                model.lo95().toPlainString(),
                model.hi95().toPlainString(),
                series.currency(),
                series.measure(),
                content.method(),
                content.dataVintage(),
                issued.retrospective(),
                series.demonstration());
    }
}
