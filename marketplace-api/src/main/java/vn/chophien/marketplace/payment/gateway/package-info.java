/** What is asked of a payment gateway. Payouts use {@link vn.chophien.marketplace.payment.gateway.PayoutGateway} from outside. */
@NullMarked
@NamedInterface("gateway")
package vn.chophien.marketplace.payment.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
