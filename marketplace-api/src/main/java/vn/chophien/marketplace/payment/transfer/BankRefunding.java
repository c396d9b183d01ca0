package vn.chophien.marketplace.payment.transfer;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.payment.BankRefunds;
import vn.chophien.marketplace.payment.CollectingAccountListener;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.PaymentAudit;
import vn.chophien.marketplace.payment.PaymentAudit.Subject;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.PaymentListener;
import vn.chophien.marketplace.payment.PaymentProblem;
import vn.chophien.marketplace.payment.PaymentTerms;
import vn.chophien.marketplace.payment.RefundKey;
import vn.chophien.marketplace.payment.transfer.BankRefund.Kind;
import vn.chophien.marketplace.payment.transfer.TransferRequest.Payee;
import vn.chophien.marketplace.seller.SellerId;

/** Money that goes back by bank transfer: who has it sends it, and records the bank's reference. */
@Component
public class BankRefunding implements BankRefunds {

    private static final String OF_TRANSFER = "transfer-";

    private final BankRefundRepository refunds;
    private final TransferRequestRepository requests;
    private final ObjectProvider<PaymentListener> listeners;
    private final ObjectProvider<CollectingAccountListener> collecting;
    private final PaymentTerms terms;
    private final PaymentAudit audit;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    BankRefunding(
            BankRefundRepository refunds,
            TransferRequestRepository requests,
            ObjectProvider<PaymentListener> listeners,
            ObjectProvider<CollectingAccountListener> collecting,
            PaymentTerms terms,
            PaymentAudit audit,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.refunds = refunds;
        this.requests = requests;
        this.listeners = listeners;
        this.collecting = collecting;
        this.terms = terms;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Asks back what a payable was paid by transfer or in cash; without effect when it was neither. Joins the transaction of the caller.
     */
    public Mono<Void> request(PayableId payable, Money amount, String reason, RefundKey key) {
        return requests.lock(payable)
                .map(request -> new Paid(
                        Kind.TRANSFER,
                        request.id(),
                        request.seller(),
                        request.reference(),
                        request.state() == TransferRequest.State.PAID ? request.received() : request.amount(),
                        request.payee() == Payee.SELLER
                                ? Money.zero(request.amount().currency())
                                : request.amount()))
                .switchIfEmpty(Mono.defer(() -> refunds.lockCash(payable))
                        .map(cash -> new Paid(
                                Kind.CASH,
                                cash.id(),
                                cash.seller(),
                                cash.reference(),
                                cash.amount(),
                                cash.atPlatform())))
                .flatMap(paid -> refunds.exists(payable, key)
                        .flatMap(known -> known ? Mono.<Void>empty() : request(payable, paid, amount, reason, key)));
    }

    private Mono<Void> request(PayableId payable, Paid paid, Money amount, String reason, RefundKey key) {
        return refunds.asked(paid.payment()).flatMap(asked -> {
            var left = paid.amount().minus(new Money(asked.amount(), amount.currency()));
            var atPlatform = paid.atPlatform().minus(new Money(asked.ofPlatform(), amount.currency()));
            if (amount.compareTo(left) > 0) {
                return Mono.error(PaymentProblem.refundExceedsPayment(amount, left));
            }
            var shares = RefundShares.of(amount, atPlatform, left.minus(atPlatform));
            var isSplit = shares.ofPlatform().isPositive() && shares.ofShop().isPositive();
            return insert(payable, paid, null, shares.ofPlatform(), reason, key)
                    .then(insert(payable, paid, paid.seller(), shares.ofShop(), reason, isSplit ? key.ofShop() : key));
        });
    }

    private Mono<Void> insert(
            PayableId payable, Paid paid, @Nullable SellerId shop, Money amount, String reason, RefundKey key) {
        return amount.isPositive()
                ? refunds.insert(
                        wanted(paid.kind(), shop, paid.payment(), payable, key, paid.reference(), amount, reason, true))
                : Mono.empty();
    }

    /** What of a payment goes back by transfer, done or not. */
    public Mono<Long> askedBack(PaymentId payment) {
        return refunds.asked(payment).map(BankRefundRepository.Asked::amount);
    }

    /**
     * The card gateway could not give this back, at once or days later: the platform's partner does it by bank transfer.
     *
     * @param told whether the payable has still to hear of it
     */
    public Mono<Void> standInForCard(
            PayableId payable, PaymentId payment, RefundKey key, String reference, Money amount, boolean told) {
        return Mono.defer(() -> refunds.insert(
                wanted(Kind.CARD, null, payment, payable, key, reference, amount, "card-refund-failed", told)));
    }

    /** What of a transfer counts for nothing goes back; the buyer of what it was taken for can say where to. */
    Mono<Void> unmatched(BankTransfer transfer, @Nullable TransferRequest takenFor) {
        return refunds.insert(wanted(
                Kind.UNMATCHED,
                transfer.owner(),
                takenFor == null ? null : takenFor.id(),
                takenFor == null ? null : takenFor.payable(),
                new RefundKey(OF_TRANSFER + transfer.id()),
                takenFor == null ? transfer.bankReference() : takenFor.reference(),
                transfer.unused(),
                "transfer-not-needed",
                false));
    }

    private BankRefund wanted(
            Kind kind,
            @Nullable SellerId shop,
            @Nullable PaymentId payment,
            @Nullable PayableId payable,
            RefundKey key,
            String reference,
            Money amount,
            String reason,
            boolean told) {
        return new BankRefund(
                UuidV7.next(),
                kind,
                shop,
                payment,
                payable,
                key,
                reference,
                amount,
                reason,
                told,
                BankRefund.State.ACCOUNT_NEEDED,
                null,
                null,
                null,
                clock.instant(),
                null);
    }

    /** Somebody made the transfer. Listeners first: payables are locked before refunds. */
    Mono<BankRefund> done(Desk desk, UUID id, String bankReference) {
        return find(desk, id)
                .flatMap(refund -> bankReference.equals(refund.bankReference())
                        ? Mono.<Void>empty()
                        : tell(refund)
                                .then(Mono.defer(() -> refunds.done(id, bankReference, clock.instant())))
                                .flatMap(recorded ->
                                        recorded ? Mono.<Void>empty() : Mono.error(TransferProblem.refundClosed()))
                                .then(Mono.defer(() -> audit.add(
                                        Subject.REFUND, id, "done", bankReference, desk.account(), clock.instant()))))
                .as(transaction::transactional)
                .then(Mono.defer(() -> find(desk, id)));
    }

    private Mono<BankRefund> find(Desk desk, UUID id) {
        return refunds.find(id)
                .filter(refund -> Objects.equals(refund.shop(), desk.shop()))
                .switchIfEmpty(Mono.error(TransferProblem::refundNotFound));
    }

    private Mono<Void> tell(BankRefund refund) {
        if (refund.kind() == Kind.UNMATCHED && refund.shop() == null) {
            var now = clock.instant();
            var transfer = UUID.fromString(refund.key().value().substring(OF_TRANSFER.length()));
            return Flux.fromStream(collecting.orderedStream())
                    .concatMap(listener ->
                            listener.sentBack(refund.id(), transfer, refund.reference(), refund.amount(), now))
                    .then();
        }
        var payable = refund.payable();
        var payment = refund.payment();
        if (!refund.told() || payable == null || payment == null) {
            return Mono.empty();
        }
        return Flux.fromStream(listeners.orderedStream())
                .concatMap(listener -> listener.refunded(payable, payment, refund.amount(), refund.key()))
                .then();
    }

    @Override
    public Flux<Due> find(Collection<PayableId> payables) {
        return refunds.findByPayables(payables)
                .map(refund -> new Due(
                        refund.id(),
                        Objects.requireNonNull(refund.payable()),
                        refund.key(),
                        refund.reference(),
                        refund.amount(),
                        refund.state().name(),
                        refund.shop() != null,
                        refund.accountHint(),
                        refund.doneAt()));
    }

    @Override
    public Mono<Void> giveAccount(Collection<PayableId> payables, BankAccount account) {
        return refunds.giveAccount(payables, account)
                .flatMap(rows -> rows > 0 ? Mono.empty() : Mono.error(TransferProblem.refundClosed()));
    }

    @Scheduled(initialDelay = 15, fixedDelay = 12 * 60, timeUnit = TimeUnit.MINUTES)
    Mono<Long> eraseAccounts() {
        return terms.refundAccountTime()
                .flatMap(time -> refunds.eraseAccounts(clock.instant().minus(time)));
    }

    /**
     * What a refund goes back from.
     *
     * @param atPlatform what of it the platform's partner has; the shop has the rest ({@link RefundShares})
     */
    private record Paid(
            Kind kind, PaymentId payment, SellerId seller, String reference, Money amount, Money atPlatform) {}
}
