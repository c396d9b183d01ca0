@NullMarked
package vn.chophien.storefront.search;

import org.jspecify.annotations.NullMarked;
