/** The books: accounts, balanced transactions, and how they are written and read. Pure except for {@link vn.chophien.marketplace.settlement.ledger.Ledger}. */
@NullMarked
package vn.chophien.marketplace.settlement.ledger;

import org.jspecify.annotations.NullMarked;
