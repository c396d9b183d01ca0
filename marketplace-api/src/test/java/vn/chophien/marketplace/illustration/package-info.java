@NullMarked
package vn.chophien.marketplace.illustration;

import org.jspecify.annotations.NullMarked;
