package vn.chophien.marketplace.checkout;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.cart.CartId;
import vn.chophien.marketplace.cart.CartProblem;
import vn.chophien.marketplace.order.Order;
import vn.chophien.marketplace.order.OrderPayments;
import vn.chophien.marketplace.order.OrderPlacement;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.IdempotencyKey;
import vn.chophien.marketplace.web.RequestProblem;

/**
 * Places an order once per key: a retried key answers with the first order, whatever became of the first answer. The gateway is asked after the
 * commit; when it cannot be reached the order waits for its money and can be paid from its page.
 */
@Component
class CheckoutPlacement {

    private static final Retry ON_LOST_RACE = Retry.backoff(5, Duration.ofMillis(20))
            .filter(failure ->
                    failure instanceof CartChangedException || failure instanceof PessimisticLockingFailureException)
            .onRetryExhaustedThrow((_, last) -> last.failure());

    private final CheckoutAttempts attempts;
    private final CheckoutQuoting quoting;
    private final PlacingTransaction placing;
    private final OrderPlacement orders;
    private final OrderPayments payments;
    private final Places places;

    CheckoutPlacement(
            CheckoutAttempts attempts,
            CheckoutQuoting quoting,
            PlacingTransaction placing,
            OrderPlacement orders,
            OrderPayments payments,
            Places places) {
        this.attempts = attempts;
        this.quoting = quoting;
        this.placing = placing;
        this.orders = orders;
        this.payments = payments;
        this.places = places;
    }

    Mono<Order> place(IdempotencyKey key, CheckoutRequest request, @Nullable AccountId account, Language language) {
        return Mono.defer(() -> placeNew(key, request, account, language))
                // A retry finds its cart emptied, or its key taken: only who cannot place is asked whether they have
                // placed before.
                .onErrorResume(failure -> placedBefore(key, request).switchIfEmpty(Mono.error(failure)))
                // A crash between commit and gateway leaves an order without a page: the retry opens it.
                .flatMap(order -> payments.tryToOpen(order).thenReturn(order));
    }

    private Mono<Order> placedBefore(IdempotencyKey key, CheckoutRequest request) {
        return attempts.find(key)
                .flatMap(attempt -> attempt.fingerprint().equals(request.fingerprint())
                        ? orders.placed(attempt.order())
                        : Mono.error(RequestProblem::keyReused));
    }

    private Mono<Order> placeNew(
            IdempotencyKey key, CheckoutRequest request, @Nullable AccountId account, Language language) {
        var destination = Destination.of(
                places,
                "address.",
                request.address().provinceCode(),
                request.address().communeCode());
        var cart = CartId.of(request.cartId()).orElseThrow(CartProblem::notFound);
        return quoting.quote(cart, destination)
                .flatMap(quote -> orders.prepare(OrderDrafting.draft(request, destination, quote, account, language))
                        .flatMap(order -> placing.place(key, request.fingerprint(), quote.cart(), order)
                                .thenReturn(order)))
                .retryWhen(ON_LOST_RACE);
    }
}
