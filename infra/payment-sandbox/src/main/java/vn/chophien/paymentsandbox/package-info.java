/** A Stripe-compatible payment gateway on WireMock. */
@NullMarked
package vn.chophien.paymentsandbox;

import org.jspecify.annotations.NullMarked;
