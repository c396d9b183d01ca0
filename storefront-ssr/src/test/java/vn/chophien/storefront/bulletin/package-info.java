@NullMarked
package vn.chophien.storefront.bulletin;

import org.jspecify.annotations.NullMarked;
