@NullMarked
package vn.chophien.storefront;

import org.jspecify.annotations.NullMarked;
