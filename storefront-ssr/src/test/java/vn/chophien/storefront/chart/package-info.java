@NullMarked
package vn.chophien.storefront.chart;

import org.jspecify.annotations.NullMarked;
