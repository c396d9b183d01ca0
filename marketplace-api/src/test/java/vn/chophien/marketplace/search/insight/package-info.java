@NullMarked
package vn.chophien.marketplace.search.insight;

import org.jspecify.annotations.NullMarked;
