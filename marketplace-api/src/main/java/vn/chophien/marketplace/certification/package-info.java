/**
 * Dated certificates of listings: OCOP stars, with the rules under which they count. Whether one is valid is never stored;
 * the date in Vietnam decides. Owns the tables ocop_rule and ocop_certificate; publishes the view valid_ocop_certificate to
 * the catalogue.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"id", "sql", "catalog"})
package vn.chophien.marketplace.certification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
