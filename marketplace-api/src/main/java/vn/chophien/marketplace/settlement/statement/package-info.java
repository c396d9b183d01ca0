/** What happened to a seller's money in a period: from what was left before, through every sale, fee, tax, refund and payout, to what is left. */
@NullMarked
package vn.chophien.marketplace.settlement.statement;

import org.jspecify.annotations.NullMarked;
