package vn.chophien.marketplace.pricefeed.desk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.Publication;
import vn.chophien.marketplace.pricefeed.Remark;
import vn.chophien.marketplace.pricefeed.Status;
import vn.chophien.marketplace.security.AccountId;

/**
 * What an officer says about a day of a series.
 *
 * @param price none for a withdrawal
 * @param confirmedBy who looked again at what seems unusual and stands by it
 */
public record DeskEntry(
        PriceSeries series,
        LocalDate validOn,
        @Nullable Price price,
        Status status,
        Remark remark,
        @Nullable AccountId confirmedBy) {

    public static DeskEntry of(PriceSeries series, LocalDate validOn, Price price, @Nullable String note) {
        return new DeskEntry(series, validOn, price, Status.FINAL, Remark.note(note), null);
    }

    DeskEntry confirmed(AccountId officer) {
        return confirmedBy == null ? new DeskEntry(series, validOn, price, status, remark, officer) : this;
    }

    DeskEntry because(@Nullable String reason) {
        return reason == null || remark.reason() != null
                ? this
                : new DeskEntry(series, validOn, price, status, remark.because(reason), confirmedBy);
    }

    Publication.Entry forPublication() {
        return new Publication.Entry(series.id(), validOn, price, status, remark);
    }
}
