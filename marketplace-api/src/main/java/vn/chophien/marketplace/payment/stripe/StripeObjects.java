package vn.chophien.marketplace.payment.stripe;

import com.stripe.model.Balance;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Payout;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import com.stripe.model.Transfer;
import com.stripe.model.TransferReversal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.gateway.GatewayDeposit;
import vn.chophien.marketplace.payment.gateway.GatewayPayment;
import vn.chophien.marketplace.payment.gateway.GatewayPayment.Attempt;
import vn.chophien.marketplace.payment.gateway.GatewayRefund;
import vn.chophien.marketplace.payment.gateway.GatewayReversal;
import vn.chophien.marketplace.payment.gateway.GatewayTransfer;

/** Stripe's objects in our words. */
final class StripeObjects {

    private static final String DONG = "vnd";

    private StripeObjects() {}

    static GatewayPayment payment(PaymentIntent intent) {
        return new GatewayPayment(
                intent.getId(),
                intent.getClientSecret(),
                status(intent.getStatus()),
                Money.of(
                        intent.getAmountReceived() == null ? 0 : intent.getAmountReceived(),
                        intent.getCurrency().toUpperCase(Locale.ROOT)),
                reason(intent.getLastPaymentError()),
                attempt(intent.getLatestChargeObject()));
    }

    static GatewayRefund refund(Refund refund) {
        var status = switch (refund.getStatus()) {
            case "succeeded" -> GatewayRefund.Status.SUCCEEDED;
            case "failed", "canceled" -> GatewayRefund.Status.FAILED;
            default -> GatewayRefund.Status.PENDING;
        };
        return new GatewayRefund(refund.getId(), status, refund.getFailureReason());
    }

    static GatewayTransfer transfer(Transfer transfer) {
        var currency = transfer.getCurrency().toUpperCase(Locale.ROOT);
        return new GatewayTransfer(
                transfer.getId(),
                transfer.getDestination(),
                Money.of(transfer.getAmount(), currency),
                Money.of(transfer.getAmountReversed(), currency),
                transfer.getTransferGroup());
    }

    static GatewayReversal reversal(TransferReversal reversal) {
        return new GatewayReversal(
                reversal.getId(),
                Money.of(reversal.getAmount(), reversal.getCurrency().toUpperCase(Locale.ROOT)));
    }

    static GatewayDeposit deposit(Payout payout) {
        var status = switch (payout.getStatus()) {
            case "paid" -> GatewayDeposit.Status.PAID;
            case "failed", "canceled" -> GatewayDeposit.Status.FAILED;
            default -> GatewayDeposit.Status.ON_ITS_WAY;
        };
        return new GatewayDeposit(
                payout.getId(),
                Money.of(payout.getAmount(), payout.getCurrency().toUpperCase(Locale.ROOT)),
                Instant.ofEpochSecond(payout.getArrivalDate()),
                status);
    }

    /** Of the market's currency alone; what is pending is there too. */
    static Money balance(Balance balance) {
        var available = balance.getAvailable().stream()
                .filter(of -> DONG.equals(of.getCurrency()))
                .mapToLong(Balance.Available::getAmount)
                .sum();
        var pending = balance.getPending().stream()
                .filter(of -> DONG.equals(of.getCurrency()))
                .mapToLong(Balance.Pending::getAmount)
                .sum();
        return Money.vnd(Math.addExact(available, pending));
    }

    private static GatewayPayment.Status status(String status) {
        return switch (status) {
            case "succeeded" -> GatewayPayment.Status.PAID;
            case "canceled" -> GatewayPayment.Status.CANCELED;
            case "processing", "requires_capture" -> GatewayPayment.Status.PROCESSING;
            default -> GatewayPayment.Status.WAITING;
        };
    }

    /** A word the buyer may hear. Theft and fraud are not among them: a stranger must not learn that a card is known stolen. */
    private static @Nullable String reason(@Nullable StripeError error) {
        if (error == null) {
            return null;
        }
        var code = error.getDeclineCode() == null ? error.getCode() : error.getDeclineCode();
        return switch (code) {
            case "insufficient_funds", "expired_card", "incorrect_cvc", "processing_error", "card_velocity_exceeded" ->
                code.replace('_', '-');
            case "authentication_required", "payment_intent_authentication_failure" -> "authentication-failed";
            case null, default -> "generic-decline";
        };
    }

    private static @Nullable Attempt attempt(@Nullable Charge charge) {
        if (charge == null) {
            return null;
        }
        var details = charge.getPaymentMethodDetails();
        var card = details == null ? null : details.getCard();
        return new Attempt(
                charge.getId(),
                "succeeded".equals(charge.getStatus()),
                card == null ? null : card.getBrand(),
                card == null ? null : card.getLast4(),
                Instant.ofEpochSecond(charge.getCreated()));
    }
}
