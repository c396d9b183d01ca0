package vn.chophien.marketplace.payment.transfer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.SellerId;

/**
 * Money that a bank says arrived, as it is taken into the inbox.
 *
 * @param toPartner whether it is in the licensed partner's collecting account
 */
record ReportedTransfer(
        String bin,
        String number,
        String bankReference,
        @Nullable SellerId owner,
        boolean toPartner,
        BankTransfer.Source source,
        Money amount,
        String description,
        @Nullable String sender,
        Instant bookedAt) {}
