/**
 * Makes markets of any size out of real goods, real communes and plausible prices. The same seed and number make the same listing, so a market can
 * be made again, continued or checked without being kept.
 */
@NullMarked
package vn.chophien.load.synthetic;

import org.jspecify.annotations.NullMarked;
