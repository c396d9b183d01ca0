@NullMarked
package vn.chophien.testbrowser;

import org.jspecify.annotations.NullMarked;
