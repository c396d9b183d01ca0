package vn.chophien.marketplace.pricefeed.bulletin;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.Observation;
import vn.chophien.marketplace.pricefeed.PriceSeries;

/** What a directive stands for, in a reader's language. */
sealed interface Figure {

    /** A few words within a sentence; {@code value} for programs, where there is one. */
    record Words(
            String text,
            @Nullable PriceSeries series,
            @Nullable BigDecimal value) implements Figure {}

    /** A line of prices over time. */
    record Chart(PriceSeries series, List<Observation> observations) implements Figure {}

    /** @param rows each with as many cells as there are columns; the first names the series */
    record Table(List<String> columns, List<Row> rows) implements Figure {}

    record Row(PriceSeries series, List<String> cells) {}

    /** Sentences, one below the other. */
    record Lines(List<String> lines) implements Figure {}
}
