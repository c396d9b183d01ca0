/** Journeys of each kind of user through a whole running market, in a real browser. Run by Failsafe once every application is packaged. */
@NullMarked
package vn.chophien.journey;

import org.jspecify.annotations.NullMarked;
