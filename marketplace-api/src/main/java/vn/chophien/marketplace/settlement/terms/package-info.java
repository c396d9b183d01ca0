/** What the market charges and what the law has it withhold, as dated rows with their source; nothing in the past is edited. */
@NullMarked
package vn.chophien.marketplace.settlement.terms;

import org.jspecify.annotations.NullMarked;
