package vn.chophien.marketplace.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;

/** A step of a part's life. */
record OrderEventResource(
        SellerOrderState.Name state, Instant at, @Nullable String note) {

    static List<OrderEventResource> allOf(SellerOrder part, OrderTexts texts, Language language) {
        return part.events().stream()
                .filter(OrderEvent::changedState)
                .map(event -> from(event, texts, language))
                .toList();
    }

    private static OrderEventResource from(OrderEvent event, OrderTexts texts, Language language) {
        return new OrderEventResource(event.to(), event.at(), texts.note(event, language));
    }
}
