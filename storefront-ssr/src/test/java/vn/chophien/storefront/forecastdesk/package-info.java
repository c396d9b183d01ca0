@NullMarked
package vn.chophien.storefront.forecastdesk;

import org.jspecify.annotations.NullMarked;
