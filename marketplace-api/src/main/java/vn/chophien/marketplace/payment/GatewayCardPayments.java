package vn.chophien.marketplace.payment;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.CardPayment.State;
import vn.chophien.marketplace.payment.gateway.CardGateway;
import vn.chophien.marketplace.payment.gateway.GatewayException;

/** Card payments, step by step: commit what we want, ask the gateway, record its answer. */
@Component
class GatewayCardPayments implements CardPayments {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayCardPayments.class);

    /** A payment nobody made for so long is closed. */
    static final Duration OPEN_FOR = Duration.ofHours(24);

    private final CardPaymentRepository payments;
    private final PaymentRecording recording;
    private final CardGateway gateway;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    GatewayCardPayments(
            CardPaymentRepository payments,
            PaymentRecording recording,
            CardGateway gateway,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.payments = payments;
        this.recording = recording;
        this.gateway = gateway;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Mono<PaymentPage> open(PayableId payable, String reference, Money amount, URI returnUrl, Language language) {
        if (!gateway.isConfigured()) {
            return Mono.error(PaymentProblem::unavailable);
        }
        var wanted = Mono.fromSupplier(() -> CardPayment.request(
                PaymentId.generate(), payable, reference, amount, returnUrl, language, clock.instant()));
        return wanted.flatMap(this::claim)
                .flatMap(payment -> usable(payment, amount)
                        ? payments.redirect(payment.id(), returnUrl, language).then(atGateway(payment.id()))
                        : replace(payment, reference, amount, returnUrl, language))
                .map(this::page)
                .onErrorMap(GatewayException.Unavailable.class, unavailable -> PaymentProblem.unavailable())
                .doOnError(GatewayException.Refused.class, refused -> LOG.error("Cannot open a payment", refused))
                .onErrorMap(GatewayException.Refused.class, refused -> PaymentProblem.refused());
    }

    /** Commits the payment we want, or finds the one the payable has already. */
    private Mono<CardPayment> claim(CardPayment wanted) {
        return payments.insert(wanted)
                .as(transaction::transactional)
                .flatMap(inserted -> inserted ? Mono.just(wanted) : payments.findLive(wanted.payable()))
                .repeatWhenEmpty(3, tries -> tries); // it was canceled between the two statements
    }

    private static boolean usable(CardPayment payment, Money amount) {
        return payment.state() == State.PAID || (payment.amount().equals(amount) && !payment.closing());
    }

    /** The amount changed, or the open payment is being closed: nobody may pay it any more before a new one opens. */
    private Mono<CardPayment> replace(
            CardPayment old, String reference, Money amount, URI returnUrl, Language language) {
        return close(old).flatMap(closed -> switch (closed.state()) {
            case PAID -> Mono.<CardPayment>error(PaymentProblem.alreadyPaid(reference));
            case CANCELED ->
                claim(CardPayment.request(
                                PaymentId.generate(),
                                old.payable(),
                                reference,
                                amount,
                                returnUrl,
                                language,
                                clock.instant()))
                        .flatMap(fresh -> atGateway(fresh.id()));
            case REQUESTED, OPEN, PROCESSING, FAILED -> Mono.error(PaymentProblem.unavailable());
        });
    }

    /** Makes sure the gateway knows the payment, and answers it when it can be paid. */
    private Mono<CardPayment> atGateway(PaymentId id) {
        return payments.find(id).flatMap(payment -> advance(payment)).flatMap(payment -> switch (payment.state()) {
            case PAID, PROCESSING -> Mono.<CardPayment>error(PaymentProblem.alreadyPaid(payment.reference()));
            case OPEN, FAILED -> payment.isPayable() ? Mono.just(payment) : Mono.error(PaymentProblem.unavailable());
            case REQUESTED, CANCELED -> Mono.error(PaymentProblem.unavailable());
        });
    }

    /** Opens what the gateway has not heard of yet, and asks how everything else stands. */
    Mono<CardPayment> advance(CardPayment payment) {
        if (payment.state().isFinal()) {
            return Mono.just(payment);
        }
        var answer = payment.gatewayId() == null
                ? gateway.open(payment.id(), payment.reference(), payment.amount())
                : gateway.find(payment.gatewayId());
        return answer.flatMap(seen -> recording.record(payment.id(), seen).flatMap(known -> {
                    var gaveUpMeanwhile = known.state() == State.CANCELED && known.gatewayId() == null;
                    return gaveUpMeanwhile
                            ? gateway.cancel(payment.id(), seen.id()).thenReturn(known)
                            : Mono.just(known);
                }))
                .onErrorResume(
                        GatewayException.Refused.class,
                        refused -> payment.gatewayId() == null
                                ? recording.giveUp(payment.id(), "refused").then(Mono.error(refused))
                                : Mono.error(refused));
    }

    @Override
    public Mono<PaymentPage> openPage(PayableId payable) {
        return payments.findLive(payable).filter(CardPayment::isPayable).map(this::page);
    }

    @Override
    public Mono<PaymentState> refresh(PayableId payable) {
        return payments.findLatest(payable)
                .flatMap(payment -> payment.gatewayId() == null
                        ? Mono.just(payment)
                        : advance(payment)
                                .doOnError(
                                        GatewayException.class,
                                        failure -> LOG.warn(
                                                "Cannot ask for payment {}: {}", payment.id(), failure.toString()))
                                .onErrorReturn(GatewayException.class, payment))
                .map(CardPayment::visible);
    }

    @Override
    public Mono<PaymentState> cancel(PayableId payable) {
        return payments.findLatest(payable)
                .flatMap(payment -> payment.state().isFinal() ? Mono.just(payment) : close(payment))
                .map(CardPayment::visible)
                .onErrorMap(GatewayException.class, failure -> PaymentProblem.unavailable());
    }

    /** Commits the wish to close first, so that the reconciler fulfills it when the gateway is out of reach. */
    Mono<CardPayment> close(CardPayment payment) {
        var gatewayId = payment.gatewayId();
        if (gatewayId == null) {
            return recording
                    .giveUp(payment.id(), CardPayment.CANCELED_REASON)
                    .flatMap(known -> known.gatewayId() == null ? Mono.just(known) : close(known));
        }
        if (payment.state().isFinal()) {
            return Mono.just(payment);
        }
        return payments.markClosing(payment.id(), clock.instant())
                .then(Mono.defer(() -> gateway.cancel(payment.id(), gatewayId)))
                .flatMap(seen -> recording.record(payment.id(), seen));
    }

    private PaymentPage page(CardPayment payment) {
        return new PaymentPage(
                payment.id(),
                gateway.payPage(
                        Objects.requireNonNull(payment.gatewayId()),
                        Objects.requireNonNull(payment.clientSecret()),
                        payment.returnUrl(),
                        payment.language()));
    }
}
