package vn.chophien.marketplace.payment;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;

/** Records refunds; {@link RefundSending} takes them to the gateway. */
@Component
class RefundRequesting implements Refunds {

    private final CardPaymentRepository payments;
    private final RefundRepository refunds;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    RefundRequesting(
            CardPaymentRepository payments,
            RefundRepository refunds,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The lock on the payment lets two refunds of one payment only take turns. */
    @Override
    public Mono<Void> refund(PayableId payable, Money amount, String reason, RefundKey key) {
        if (!amount.isPositive()) {
            return Mono.error(() -> new IllegalArgumentException("A refund needs a positive amount, not " + amount));
        }
        return payments.lockLive(payable)
                .flatMap(payment -> refunds.exists(payable, key)
                        .flatMap(known -> known ? Mono.<Void>empty() : request(payment, amount, reason, key)))
                .as(transaction::transactional);
    }

    private Mono<Void> request(CardPayment payment, Money amount, String reason, RefundKey key) {
        return refunds.sum(payment.id()).flatMap(asked -> {
            var left = payment.refundable().minus(new Money(asked, amount.currency()));
            return amount.compareTo(left) > 0
                    ? Mono.error(PaymentProblem.refundExceedsPayment(amount, left))
                    : refunds.insert(payment, amount, reason, key, clock.instant());
        });
    }
}
