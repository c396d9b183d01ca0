/** Keeps the listing index in step with the catalogue. */
@NullMarked
package vn.chophien.indexer;

import org.jspecify.annotations.NullMarked;
