package vn.chophien.marketplace.pricefeed;

import java.time.LocalDate;
import java.util.List;

/**
 * The board in a state of the record, in its order.
 *
 * @param trends whether the quotes have the prices before their last ones, too, which {@link PriceBoard#withTrends} adds
 */
record BoardState(int vintage, boolean trends, List<Quote> quotes) {
    /** Without the series that had ended by a day. */
    BoardState on(LocalDate day) {
        return new BoardState(
                vintage,
                trends,
                quotes.stream().filter(quote -> quote.isCurrentOn(day)).toList());
    }
}
