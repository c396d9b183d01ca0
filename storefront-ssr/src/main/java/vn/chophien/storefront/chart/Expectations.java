package vn.chophien.storefront.chart;

import java.util.List;

/**
 * What was expected of prices.
 *
 * @param fan the forecast that counts, from its first day on; empty for none
 * @param earlier the expected values of earlier forecasts, for comparison with what came
 */
public record Expectations(List<FanPoint> fan, List<List<ChartPoint>> earlier) {
    public static final Expectations NONE = new Expectations(List.of(), List.of());

    public Expectations {
        fan = List.copyOf(fan);
        earlier = List.copyOf(earlier);
    }
}
