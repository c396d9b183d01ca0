package vn.chophien.marketplace.order;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.CardPayments;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.PaymentPage;
import vn.chophien.marketplace.payment.PaymentState;

/** The card payment of an order. Never inside a transaction: the gateway is asked. */
@Component
public class OrderPayments {

    private static final Logger LOG = LoggerFactory.getLogger(OrderPayments.class);

    /** A page must not wait for a slow gateway; the webhook will tell. */
    private static final Duration REFRESH_PATIENCE = Duration.ofSeconds(3);

    private final CardPayments payments;

    OrderPayments(CardPayments payments) {
        this.payments = payments;
    }

    /**
     * Opens the page where the buyer pays, or the one that is open already, and lets it lead back to this address. Refused with
     * {@code order-not-payable} unless the order waits for its money, and with the gateway's own problems.
     */
    Mono<URI> open(Order order, URI returnUrl) {
        if (!order.payment().isCard() || !order.isAwaitingPayment()) {
            return Mono.error(() -> OrderProblem.notPayable(order.number(), order.state()));
        }
        return payments.open(payable(order), order.number().value(), order.total(), returnUrl, order.language())
                .map(PaymentPage::url);
    }

    /** As {@link #open(Order, URI)}, leading back to where the buyer came from at first. */
    Mono<URI> open(Order order) {
        var returnUrl = order.payment().returnUrl();
        return returnUrl == null
                ? Mono.error(() -> OrderProblem.notPayable(order.number(), order.state()))
                : open(order, returnUrl);
    }

    /**
     * Opens the page of an order that waits for its money. A gateway that cannot be reached leaves it waiting: the buyer can try again on
     * the order's page.
     */
    public Mono<Void> tryToOpen(Order order) {
        return order.payment().isCard() && order.isAwaitingPayment()
                ? open(order)
                        .doOnError(failure -> LOG.warn("Cannot open the payment of order {}", order.number(), failure))
                        .onErrorComplete()
                        .then()
                : Mono.empty();
    }

    /** Where the buyer can pay now; empty when no page is open. */
    Mono<URI> openPage(Order order) {
        return order.payment().isCard() && order.isAwaitingPayment()
                ? payments.openPage(payable(order)).map(PaymentPage::url)
                : Mono.empty();
    }

    /** Lets the gateway's answer reach the order before it is shown. */
    Mono<Void> refresh(Order order) {
        return order.payment().isCard() && order.isAwaitingPayment()
                ? payments.refresh(payable(order))
                        .timeout(REFRESH_PATIENCE)
                        .doOnError(
                                failure -> LOG.warn("Cannot refresh the payment of order {}", order.number(), failure))
                        .onErrorComplete()
                        .then()
                : Mono.empty();
    }

    /** Closes the page, so that nobody pays for an order that is given up. Fails when the gateway cannot be reached. */
    Mono<PaymentState> close(Order order) {
        return order.payment().isCard() && order.isAwaitingPayment() ? payments.cancel(payable(order)) : Mono.empty();
    }

    /** What pays for a part: the order as a whole by card, else the part itself. */
    static PayableId payable(Order order, SellerOrder part) {
        return order.payment().isCard()
                ? payable(order)
                : new PayableId(part.id().value());
    }

    /** Everything an order may be paid as. */
    static List<PayableId> payables(Order order) {
        return Stream.concat(
                        Stream.of(payable(order)),
                        order.sellerOrders().stream()
                                .map(part -> new PayableId(part.id().value())))
                .toList();
    }

    static PayableId payable(Order order) {
        return new PayableId(order.id().value());
    }
}
