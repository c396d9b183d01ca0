@NullMarked
package vn.chophien.localstack;

import org.jspecify.annotations.NullMarked;
