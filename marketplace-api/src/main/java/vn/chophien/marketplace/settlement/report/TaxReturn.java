package vn.chophien.marketplace.settlement.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the market withheld of its sellers in a month, less what it handed back in that month, whenever that had been withheld.
 *
 * @param dueOn by when it is declared and paid
 * @param filing none until somebody marks it as filed
 */
record TaxReturn(
        YearMonth month,
        LocalDate dueOn,
        List<Row> rows,
        @Nullable TaxReturnFiling filing) {

    TaxReturn {
        rows = List.copyOf(rows);
    }

    long vatDue() {
        return rows.stream().mapToLong(Row::vatDue).sum();
    }

    long pitDue() {
        return rows.stream().mapToLong(Row::pitDue).sum();
    }

    /**
     * @param taxCode in full; for the file only
     * @param maskedTaxCode for views
     * @param base what the tax was reckoned of; {@code baseBack} is what of it was given back
     */
    record Row(
            String seller,
            String sellerType,
            String taxCode,
            String maskedTaxCode,
            long base,
            long vat,
            long pit,
            long baseBack,
            long vatBack,
            long pitBack) {

        long vatDue() {
            return vat - vatBack;
        }

        long pitDue() {
            return pit - pitBack;
        }
    }
}
