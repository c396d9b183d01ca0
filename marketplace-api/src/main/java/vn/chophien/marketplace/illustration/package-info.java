/**
 * Draws a picture for a listing that has no photograph: what the product is (a motif) in what it is sold in (a vessel), both chosen from
 * the listing's own words by rules kept as data. Owns no tables, sends no events.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.chophien.marketplace.illustration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
