/** What a seller has, what of it waits and why, and how each sale came about; all of it read from the books. */
@NullMarked
package vn.chophien.marketplace.settlement.balance;

import org.jspecify.annotations.NullMarked;
