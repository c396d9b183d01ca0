/** The listing index as a contract: settings, mapping, document, aliases. */
@NullMarked
package vn.chophien.listingindex;

import org.jspecify.annotations.NullMarked;
