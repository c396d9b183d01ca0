/**
 * Card payments through a Stripe-compatible gateway, refunds, and the terms of cash on delivery.
 *
 * <p>Owns the tables {@code payment_intent}, {@code payment_attempt}, {@code refund} and {@code webhook_inbox}. Tells
 * others through {@link vn.chophien.marketplace.payment.PaymentListener}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"id", "money", "web", "security", "sql"})
package vn.chophien.marketplace.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
