/** The Vietnamese bank-transfer QR code: its payload, the banks, and the purpose codes in bank statements. Internal to {@code payment}. */
@NullMarked
package vn.chophien.marketplace.payment.vietqr;

import org.jspecify.annotations.NullMarked;
