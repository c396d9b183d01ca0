/** The HTML application: shop front, seller's desk, trade desk. */
@NullMarked
package vn.chophien.storefront;

import org.jspecify.annotations.NullMarked;
