package vn.chophien.marketplace.pricefeed.desk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.Price;

/**
 * An entry beside what it is compared with.
 *
 * @param previous the last price before its day, of the record or of the same set
 * @param published what is public for its day
 * @param band how far the series usually goes; none while there is too little of it
 */
record CheckedEntry(
        DeskEntry entry,
        @Nullable DatedPrice previous,
        @Nullable Price published,
        @Nullable SeriesBand band,
        List<Flag> flags) {

    record DatedPrice(LocalDate validOn, Price price) {}

    boolean lacksConfirmation() {
        return entry.confirmedBy() == null && flags.stream().anyMatch(Flag::needsConfirmation);
    }

    boolean lacksReason() {
        return entry.remark().reason() == null && flags.stream().anyMatch(Flag::needsReason);
    }

    @Nullable
    BigDecimal changeRatio() {
        var price = entry.price();
        return price == null || previous == null ? null : price.changeFrom(previous.price());
    }
}
