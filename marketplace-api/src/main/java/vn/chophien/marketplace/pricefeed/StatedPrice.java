package vn.chophien.marketplace.pricefeed;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a price cell says, before it is known which series and unit it belongs to. */
public sealed interface StatedPrice {
    /** The market quotes what it quoted last: {@code /}. */
    record Unchanged() implements StatedPrice {}

    /** Nothing was written; price tables mean "unchanged" by it, but it may as well have been forgotten. */
    record Empty() implements StatedPrice {}

    /** Figures in the stated unit; {@code unit} is set when the cell itself names one. */
    record Figures(BigDecimal min, BigDecimal max, @Nullable StatedUnit unit) implements StatedPrice {}

    /** The cell cannot be read, or can be read in two ways; the code names the reason. */
    record Refused(String code) implements StatedPrice {}
}
