/**
 * What the market charged each seller in a month, as the data of its service invoice, and what sellers who were paid directly transferred for it.
 * Owns the tables {@code fee_invoice} and {@code fee_payment}.
 */
@NullMarked
package vn.chophien.marketplace.settlement.feeinvoice;

import org.jspecify.annotations.NullMarked;
