/**
 * How buyers pay: by card through a Stripe-compatible gateway, by bank transfer with a VietQR code, in cash at the door; and how money goes
 * back. Also where shops are paid and which ways they accept.
 *
 * <p>Owns the tables {@code payment_intent}, {@code payment_attempt}, {@code refund}, {@code webhook_inbox}, {@code payment_term},
 * {@code receiving_account}, {@code receiving_account_release}, {@code seller_payment_setting}, {@code payment_audit}, {@code cash_collection}, {@code bank_refund}, and those of
 * {@code payment.transfer}. Tells others through {@link vn.chophien.marketplace.payment.PaymentListener}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"account", "id", "money", "security", "seller", "sql", "terms", "web", "workbook"})
package vn.chophien.marketplace.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
