@NullMarked
package vn.chophien.storefront.market;

import org.jspecify.annotations.NullMarked;
