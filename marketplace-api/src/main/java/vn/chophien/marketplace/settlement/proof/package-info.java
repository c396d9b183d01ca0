/** Whether the books agree with the payments: the daily report, and the search for facts that were never posted. */
@NullMarked
package vn.chophien.marketplace.settlement.proof;

import org.jspecify.annotations.NullMarked;
