package vn.chophien.marketplace.payment;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.transfer.BankRefunding;

/** Records refunds; {@link RefundSending} takes those of cards to the gateway, people transfer the others. */
@Component
class RefundRequesting implements Refunds {

    private final CardPaymentRepository payments;
    private final RefundRepository refunds;
    private final BankRefunding bankRefunds;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    RefundRequesting(
            CardPaymentRepository payments,
            RefundRepository refunds,
            BankRefunding bankRefunds,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.bankRefunds = bankRefunds;
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
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(card -> card.isPresent()
                        ? refunds.exists(payable, key)
                                .flatMap(known -> known ? Mono.<Void>empty() : request(card.get(), amount, reason, key))
                        : bankRefunds.request(payable, amount, reason, key))
                .as(transaction::transactional);
    }

    private Mono<Void> request(CardPayment payment, Money amount, String reason, RefundKey key) {
        return refunds.sum(payment.id())
                .flatMap(byCard -> bankRefunds.askedBack(payment.id()).map(byTransfer -> byCard + byTransfer))
                .flatMap(asked -> {
                    var left = payment.refundable().minus(new Money(asked, amount.currency()));
                    return amount.compareTo(left) > 0
                            ? Mono.error(PaymentProblem.refundExceedsPayment(amount, left))
                            : refunds.insert(payment, amount, reason, key, clock.instant());
                });
    }
}
