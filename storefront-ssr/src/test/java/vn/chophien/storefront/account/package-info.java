@NullMarked
package vn.chophien.storefront.account;

import org.jspecify.annotations.NullMarked;
