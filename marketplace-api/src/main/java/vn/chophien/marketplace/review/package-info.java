/**
 * What buyers say about a listing. Ratings are shown completely, as the law demands; their number and sum are kept with the
 * listing. Owns the table review.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"id", "sql", "web", "i18n", "security", "catalog"})
package vn.chophien.marketplace.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
