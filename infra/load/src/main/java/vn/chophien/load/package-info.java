/** Load and scale benchmarks. */
@NullMarked
package vn.chophien.load;

import org.jspecify.annotations.NullMarked;
