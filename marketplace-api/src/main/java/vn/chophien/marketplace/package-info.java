/** The marketplace API: one package a capability; PostgreSQL is the only source of truth. */
@NullMarked
package vn.chophien.marketplace;

import org.jspecify.annotations.NullMarked;
