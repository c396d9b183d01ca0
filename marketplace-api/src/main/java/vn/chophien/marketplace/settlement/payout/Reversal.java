package vn.chophien.marketplace.settlement.payout;

import java.util.UUID;
import vn.chophien.marketplace.money.Money;

/**
 * Some of a payout that the gateway takes back.
 *
 * @param attempts this one included
 */
record Reversal(UUID id, Payout payout, Money amount, int attempts) {}
