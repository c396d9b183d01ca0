package vn.chophien.marketplace.pricefeed;

import java.util.Comparator;
import java.util.List;
import vn.chophien.marketplace.web.Cursor;

/** Where a series stands on the board. It never changes, so a page can follow another whatever was published between them. */
record BoardPosition(int commodityPosition, String commodity, int position, String code)
        implements Comparable<BoardPosition> {
    private static final Comparator<BoardPosition> ORDER = Comparator.comparingInt(BoardPosition::commodityPosition)
            .thenComparing(BoardPosition::commodity)
            .thenComparingInt(BoardPosition::position)
            .thenComparing(BoardPosition::code);
    private static final int PARTS = 4;

    static BoardPosition of(PriceSeries series) {
        return new BoardPosition(
                series.commodity().position(),
                series.commodity().code(),
                series.position(),
                series.code().value());
    }

    static BoardPosition parse(String cursor) {
        var parts = Cursor.decode(cursor);
        if (parts.size() != PARTS) {
            throw Cursor.invalid();
        }
        try {
            return new BoardPosition(
                    Integer.parseInt(parts.get(0)), parts.get(1), Integer.parseInt(parts.get(2)), parts.get(3));
        } catch (NumberFormatException foreign) {
            throw Cursor.invalid();
        }
    }

    String cursor() {
        return Cursor.encode(Integer.toString(commodityPosition), commodity, Integer.toString(position), code);
    }

    /** The list without what comes before the position, or stands on it; the list is in the order of the board. */
    static List<Quote> after(BoardPosition position, List<Quote> quotes) {
        return quotes.stream()
                .dropWhile(quote -> of(quote.series()).compareTo(position) <= 0)
                .toList();
    }

    @Override
    public int compareTo(BoardPosition other) {
        return ORDER.compare(this, other);
    }
}
