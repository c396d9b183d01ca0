@NullMarked
package vn.chophien.storefront.qr;

import org.jspecify.annotations.NullMarked;
