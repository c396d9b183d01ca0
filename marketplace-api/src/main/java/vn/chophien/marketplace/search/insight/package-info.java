/**
 * What people search for, for the operator: counts by day that lead to no person, and other names that follow from them. Owns the tables
 * {@code search_count}, {@code search_step}, {@code search_count_rule} and {@code synonym_decision}.
 */
@NullMarked
package vn.chophien.marketplace.search.insight;

import org.jspecify.annotations.NullMarked;
