/** The card gateway in Stripe's API. The only place that knows stripe-java. Internal to {@code payment}. */
@NullMarked
package vn.chophien.marketplace.payment.stripe;

import org.jspecify.annotations.NullMarked;
