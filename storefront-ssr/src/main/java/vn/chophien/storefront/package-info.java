/** The HTML application: shop front, seller's desk, trade desk. Has no database: the API holds the market, Redis the sessions. */
@NullMarked
package vn.chophien.storefront;

import org.jspecify.annotations.NullMarked;
