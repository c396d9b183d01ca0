package vn.chophien.marketplace.order;

import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;

/** Orders as the API shows them, with the page where they can be paid. */
@Component
public class OrderViews {

    private final OrderReading reading;
    private final OrderPayments payments;
    private final OrderTexts texts;

    OrderViews(OrderReading reading, OrderPayments payments, OrderTexts texts) {
        this.reading = reading;
        this.payments = payments;
        this.texts = texts;
    }

    /** The order as it stands now, with its token for somebody who has just placed it or proved to be its buyer. */
    public Mono<OrderResource> showToBuyer(OrderId id, Language language) {
        return reading.find(id)
                .flatMap(order -> show(order, language)
                        .map(resource ->
                                order.account() == null ? resource.withAccessToken(order.accessToken()) : resource));
    }

    Mono<OrderResource> show(Order order, Language language) {
        return payments.openPage(order)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(page -> OrderResource.from(order, page.orElse(null), texts, language));
    }
}
