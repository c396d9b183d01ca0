/** What each fact means in the books: pure functions from a fact and the terms to a ledger transaction, and the listeners that post them. */
@NullMarked
package vn.chophien.marketplace.settlement.posting;

import org.jspecify.annotations.NullMarked;
