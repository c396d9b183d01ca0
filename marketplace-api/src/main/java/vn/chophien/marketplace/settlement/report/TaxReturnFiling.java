package vn.chophien.marketplace.settlement.report;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A month's return that was filed with the tax office.
 *
 * @param reference what the tax office calls it
 * @param vatDue and {@code pitDue}: what was declared
 */
record TaxReturnFiling(YearMonth month, LocalDate filedOn, String reference, long vatDue, long pitDue) {

    boolean isOf(LocalDate day, String named) {
        return filedOn.equals(day) && reference.equals(named);
    }
}
