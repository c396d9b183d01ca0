/**
 * Bank transfers: what is awaited for each payable, what banks report, how the two find each other, and the queue of those that do not.
 * Owns the tables {@code transfer_request}, {@code bank_transfer}, {@code bank_statement} and {@code bank_statement_row}. Internal to
 * {@code payment}.
 */
@NullMarked
package vn.chophien.marketplace.payment.transfer;

import org.jspecify.annotations.NullMarked;
