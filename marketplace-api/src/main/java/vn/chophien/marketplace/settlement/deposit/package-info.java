/**
 * The market's money on its way from the card gateway to the bank account that payouts leave from: what the gateway reports or an operator
 * records, and whether the gateway has as much left as the books say. Owns the table {@code gateway_deposit}.
 */
@NullMarked
package vn.chophien.marketplace.settlement.deposit;

import org.jspecify.annotations.NullMarked;
