package vn.chophien.storefront.market;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.chart.ChartLinks;
import vn.chophien.storefront.chart.ChartPoint;
import vn.chophien.storefront.chart.FanPoint;

/** From points of a series' chart to the rows of its tables. */
record SeriesLinks(String unit, PriceRows table, Set<LocalDate> marked, Language language, Messages messages)
        implements ChartLinks {

    @Override
    public Link to(ChartPoint point) {
        var formats = Formats.of(language);
        var price = point.low().compareTo(point.high()) == 0
                ? formats.decimal(point.value())
                : formats.decimal(point.low()) + "–" + formats.decimal(point.high());
        var date = formats.date(point.date());
        var corrected = marked.contains(point.date());
        return new Link(
                "#" + table.idOf(point.date()),
                messages.format(
                        language,
                        corrected ? "market.chart.point.corrected" : "market.chart.point",
                        Map.of("date", date, "price", price, "unit", unit)),
                price + " · " + date);
    }

    @Override
    public Link to(FanPoint point) {
        var formats = Formats.of(language);
        var date = formats.date(point.date());
        var bounds = Forecasts.figure(point.lo80(), formats) + "–" + Forecasts.figure(point.hi80(), formats);
        return new Link(
                "#f-" + point.date(),
                messages.format(
                        language,
                        "market.chart.expected",
                        Map.of(
                                "date", date,
                                "price", Forecasts.figure(point.mean(), formats),
                                "bounds", bounds,
                                "unit", unit)),
                bounds + " · " + date);
    }
}
