package vn.chophien.marketplace.settlement.proof;

import org.jspecify.annotations.Nullable;

/**
 * Something that the payments or orders say differently from the books.
 *
 * @param fact the key it has, or should have, in the books
 * @param reference the number of the order or seller order it concerns
 * @param expected by the payments and orders; 0 when they know nothing of it
 * @param booked 0 when the books know nothing of it
 */
record Difference(String fact, @Nullable String reference, long expected, long booked) {}
