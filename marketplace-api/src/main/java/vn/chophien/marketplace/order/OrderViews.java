package vn.chophien.marketplace.order;

import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;

/** Orders as the API shows them, with the page where they can be paid. */
@Component
public class OrderViews {

    private final OrderPayments payments;
    private final OrderTexts texts;

    OrderViews(OrderPayments payments, OrderTexts texts) {
        this.payments = payments;
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
                .map(page -> OrderResource.from(order, page.orElse(null), texts, language));
    }
}
