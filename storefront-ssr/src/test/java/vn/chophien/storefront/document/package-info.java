@NullMarked
package vn.chophien.storefront.document;

import org.jspecify.annotations.NullMarked;
