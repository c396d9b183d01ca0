/**
 * Sellers' money on its way to their banks: when it is due, batches that a second person approves, the file for the bank, what the bank
 * confirmed and what came back; transfers at the gateway for sellers who have an account there, and what it takes back
 * for later refunds. Owns the tables {@code payout_plan}, {@code payout_way}, {@code gateway_account}, {@code payout_batch}, {@code payout},
 * {@code payout_transfer}, {@code payout_clawback}, {@code payout_reversal}, {@code payout_request} and {@code payout_event}.
 */
@NullMarked
package vn.chophien.marketplace.settlement.payout;

import org.jspecify.annotations.NullMarked;
