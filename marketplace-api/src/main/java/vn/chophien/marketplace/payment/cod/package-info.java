/** The terms of cash on delivery. Internal to {@code payment}. */
@NullMarked
package vn.chophien.marketplace.payment.cod;

import org.jspecify.annotations.NullMarked;
