/** Taking a transaction of the ledger back, which two people do together. Owns the table {@code reversal_request}. */
@NullMarked
package vn.chophien.marketplace.settlement.reversal;

import org.jspecify.annotations.NullMarked;
