package vn.chophien.marketplace.order;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.payment.BankRefunds;
import vn.chophien.marketplace.payment.BankTransfers;

/** Orders as the API shows them, with the page where they can be paid. */
@Component
public class OrderViews {

    private final OrderPayments payments;
    private final BankTransfers transfers;
    private final BankRefunds refunds;
    private final OrderTexts texts;

    OrderViews(OrderPayments payments, BankTransfers transfers, BankRefunds refunds, OrderTexts texts) {
        this.payments = payments;
        this.transfers = transfers;
        this.refunds = refunds;
        this.texts = texts;
    }

    /** The order with its token, for somebody without an account who has just placed it. */
    public Mono<OrderResource> showToBuyer(Order order, Language language) {
        return show(order, language)
                .map(resource -> order.account() == null ? resource.withAccessToken(order.accessToken()) : resource);
    }

    Mono<OrderResource> show(Order order, Language language) {
        return payments.openPage(order)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(page -> byTransfer(order)
                        .map(moved -> OrderResource.from(order, page.orElse(null), moved, texts, language)));
    }

    /** Most orders have none, and are not asked about. */
    private Mono<OrderTransfers> byTransfer(Order order) {
        var byPart = order.payment().isPaidByPart();
        if (!byPart
                && order.sellerOrders().stream()
                        .allMatch(part -> part.reductions().isEmpty())) {
            return Mono.just(new OrderTransfers(List.of(), List.of()));
        }
        var payables = OrderPayments.payables(order);
        return (byPart ? transfers.find(payables).collectList() : Mono.just(List.<BankTransfers.Awaited>of()))
                .flatMap(awaited -> refunds.find(payables).collectList().map(due -> new OrderTransfers(awaited, due)));
    }
}
