/** What a buyer's words ask for: things, places, prices, stars and certificates. Pure: knows no index and no database. */
@NullMarked
package vn.chophien.marketplace.search.understanding;

import org.jspecify.annotations.NullMarked;
