/** The browser of the tests, wherever it comes from on this machine. */
@NullMarked
package vn.chophien.testbrowser;

import org.jspecify.annotations.NullMarked;
