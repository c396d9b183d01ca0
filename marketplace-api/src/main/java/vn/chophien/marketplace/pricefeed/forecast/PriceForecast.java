package vn.chophien.marketplace.pricefeed.forecast;

import java.time.LocalDate;
import java.util.List;

/**
 * What prices to expect and how sure that is.
 *
 * @param method the models behind it
 */
public record PriceForecast(String method, List<Point> points) {
    public PriceForecast {
        points = List.copyOf(points);
    }

    /** The price at one step: as likely above as below {@code mean}, inside the bounds in 80 and in 95 of 100 cases. */
    public record Point(LocalDate date, double mean, double lower80, double upper80, double lower95, double upper95) {}
}
