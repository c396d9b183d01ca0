package vn.chophien.marketplace.pricefeed.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.pricefeed.feed.PublicationEvent;
import vn.chophien.marketplace.pricefeed.feed.PublicationNews;

/** The body of a delivery, which is the same at every attempt. */
@Component
class DeliveryMessages {
    private final PublicationNews news;
    private final JsonMapper json;

    DeliveryMessages(PublicationNews news, JsonMapper json) {
        this.news = news;
        this.json = json;
    }

    /** A message in the form that Standard Webhooks recommends. */
    record Message(String type, Instant timestamp, PublicationEvent data) {}

    Mono<byte[]> of(Delivery delivery) {
        return news.one(delivery.vintage())
                .map(event -> json.writeValueAsString(new Message(event.type(), event.publishedAt(), event))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
