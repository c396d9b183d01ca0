package vn.chophien.marketplace.pricefeed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of quotes, in the order of the board.
 *
 * @param selected those of all pages
 * @param nextCursor none on the last page
 */
record BoardPage(
        List<Quote> selected, List<Quote> shown, @Nullable String nextCursor) {
    static BoardPage of(List<Quote> selected, @Nullable BoardPosition after, int size) {
        var rest = after == null ? selected : BoardPosition.after(after, selected);
        var shown = rest.subList(0, Math.min(size, rest.size()));
        return new BoardPage(
                selected,
                shown,
                shown.size() == rest.size()
                        ? null
                        : BoardPosition.of(shown.getLast().series()).cursor());
    }

    BoardPage showing(List<Quote> quotes) {
        return new BoardPage(selected, quotes, nextCursor);
    }
}
