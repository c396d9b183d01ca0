package vn.chophien.marketplace.pricefeed.alert;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.web.Cursor;

/**
 * Where a series stands among the alerts: the most unusual first, those of one level in the order of the board.
 *
 * @param place of the series among all in the order of the board, so that a cursor means the same in one state of the record
 */
record AlertPosition(int severity, int place) implements Comparable<AlertPosition> {
    private static final Comparator<AlertPosition> ORDER =
            Comparator.comparingInt(AlertPosition::severity).reversed().thenComparingInt(AlertPosition::place);
    private static final int PARTS = 2;

    record Placed(AlertPosition position, PriceSeries series, SeriesAlert alert) {}

    /** Those of which there is something to say, in their order; {@code assessed} is in that of the board. */
    static List<Placed> sorted(List<SeriesAlerts.Assessed> assessed) {
        return Stream.iterate(0, place -> place < assessed.size(), place -> place + 1)
                .flatMap(place -> placed(place, assessed.get(place)))
                .sorted(Comparator.comparing(Placed::position))
                .toList();
    }

    private static Stream<Placed> placed(int place, SeriesAlerts.Assessed one) {
        var alert = one.alert();
        return alert == null
                ? Stream.empty()
                : Stream.of(new Placed(new AlertPosition(alert.level().severity(), place), one.series(), alert));
    }

    static AlertPosition parse(String cursor) {
        var parts = Cursor.decode(cursor);
        if (parts.size() != PARTS) {
            throw Cursor.invalid();
        }
        try {
            return new AlertPosition(Integer.parseInt(parts.get(0)), Integer.parseInt(parts.get(1)));
        } catch (NumberFormatException foreign) {
            throw Cursor.invalid();
        }
    }

    String cursor() {
        return Cursor.encode(Integer.toString(severity), Integer.toString(place));
    }

    @Override
    public int compareTo(AlertPosition other) {
        return ORDER.compare(this, other);
    }
}
