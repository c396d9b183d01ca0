/** What this capability asks of a card gateway; {@code payment.stripe} answers. Internal to {@code payment}. */
@NullMarked
package vn.chophien.marketplace.payment.gateway;

import org.jspecify.annotations.NullMarked;
