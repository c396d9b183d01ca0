package vn.chophien.marketplace.settlement.deposit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.gateway.GatewayDeposit;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.terms.Terms;

/**
 * Money that the gateway paid into the bank account.
 *
 * @param reference the gateway's name of it, which counts once
 * @param amount what arrived
 * @param fee what the gateway kept for it
 * @param recordedBy the operator; none when the gateway reported it
 * @param failedAt when it went back to the gateway
 */
record Deposit(
        UUID id,
        String reference,
        Money amount,
        Money fee,
        LocalDate arrivedOn,
        @Nullable AccountId recordedBy,
        Instant recordedAt,
        @Nullable Instant failedAt) {

    static Deposit by(AccountId operator, String reference, Money amount, Money fee, LocalDate arrivedOn, Instant now) {
        return new Deposit(UuidV7.next(), reference, amount, fee, arrivedOn, operator, now, null);
    }

    static Deposit reported(GatewayDeposit seen, Instant now) {
        return new Deposit(
                UuidV7.next(), seen.id(), seen.amount(), Money.vnd(0), Terms.dayOf(seen.arrivesAt()), null, now, null);
    }

    /** What the gateway has less. */
    Money taken() {
        return amount.plus(fee);
    }

    boolean saysTheSameAs(Deposit other) {
        return reference.equals(other.reference)
                && amount.equals(other.amount)
                && fee.equals(other.fee)
                && arrivedOn.equals(other.arrivedOn);
    }
}
