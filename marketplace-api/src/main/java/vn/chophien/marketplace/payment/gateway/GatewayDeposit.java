package vn.chophien.marketplace.payment.gateway;

import java.time.Instant;
import vn.chophien.marketplace.money.Money;

/** The market's own money that the gateway pays into its bank account, as the gateway has it right now. */
public record GatewayDeposit(String id, Money amount, Instant arrivesAt, Status status) {

    public enum Status {
        ON_ITS_WAY,
        PAID,
        /** It never left, or the bank sent it back: the gateway has it again. */
        FAILED
    }
}
