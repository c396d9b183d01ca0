@NullMarked
package vn.chophien.marketplace.workbook;

import org.jspecify.annotations.NullMarked;
