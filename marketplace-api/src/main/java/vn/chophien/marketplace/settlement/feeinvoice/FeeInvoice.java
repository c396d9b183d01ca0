package vn.chophien.marketplace.settlement.feeinvoice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.SellerId;

/**
 * A month's fees of one seller.
 *
 * @param handedBack fees given back with refunds
 * @param outstanding what the seller owed at the end of the month
 * @param paid what it transferred since
 */
record FeeInvoice(
        String number,
        SellerId seller,
        YearMonth month,
        Money charged,
        Money handedBack,
        Money outstanding,
        LocalDate dueOn,
        Instant drawnAt,
        Money paid) {

    /** Below zero when more was handed back than charged. */
    Money amount() {
        return charged.minus(handedBack);
    }
}
