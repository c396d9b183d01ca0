/** What the tax office and sellers' invoices need, read from the books. */
@NullMarked
package vn.chophien.marketplace.settlement.report;

import org.jspecify.annotations.NullMarked;
