package vn.chophien.marketplace.order;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.fulfillment.ShippingService;

/** The words of an order that are the market's own, in the reader's language. */
@Component
class OrderTexts {

    private final Messages messages;

    OrderTexts(Messages messages) {
        this.messages = messages;
    }

    String shippingName(ShippingService service, Language language) {
        return messages.format(language, service.messageKey());
    }

    /** A shop's words as they are; the reason of the market or the buyer as a sentence. */
    @Nullable
    String note(OrderEvent event, Language language) {
        return reason(event.actor(), event.note(), language);
    }

    @Nullable
    String reason(Actor actor, @Nullable String reason, Language language) {
        return reason == null || actor == Actor.SELLER || actor == Actor.OPERATOR
                ? reason
                : messages.format(language, "order-cancel-reason." + reason);
    }
}
