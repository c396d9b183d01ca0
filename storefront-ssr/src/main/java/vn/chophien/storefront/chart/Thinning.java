package vn.chophien.storefront.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Fewer points for the same picture. */
final class Thinning {

    private Thinning() {}

    /** At most about two points a pixel; the first and last point, and all peaks and troughs that would be seen, stay. */
    static List<ChartPoint> toPixels(List<ChartPoint> points, int pixels) {
        if (points.size() <= pixels) {
            return points;
        }
        var kept = new ArrayList<ChartPoint>();
        int buckets = pixels / 2;
        for (int bucket = 0; bucket < buckets; bucket++) {
            int from = (int) ((long) points.size() * bucket / buckets);
            int to = (int) ((long) points.size() * (bucket + 1) / buckets);
            kept.addAll(outline(points.subList(from, to)));
        }
        return kept;
    }

    private static List<ChartPoint> outline(List<ChartPoint> bucket) {
        var byValue = Comparator.comparing(ChartPoint::value);
        return Stream.of(
                        bucket.getFirst(),
                        bucket.stream().min(byValue).orElseThrow(),
                        bucket.stream().max(byValue).orElseThrow(),
                        bucket.getLast())
                .distinct()
                .sorted(Comparator.comparing(ChartPoint::date))
                .toList();
    }
}
