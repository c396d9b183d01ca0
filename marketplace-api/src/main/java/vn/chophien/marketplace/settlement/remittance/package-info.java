/** Cash that carriers collected: what is still with them, and what an operator records that they handed over. */
@NullMarked
package vn.chophien.marketplace.settlement.remittance;

import org.jspecify.annotations.NullMarked;
