package vn.chophien.marketplace.pricefeed.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.pricefeed.Publications;
import vn.chophien.marketplace.pricefeed.alert.AlertNews;
import vn.chophien.marketplace.pricefeed.feed.PublicationEvent;
import vn.chophien.marketplace.pricefeed.feed.PublicationNews;

/** The messages of a delivery, which are the same at every attempt: the publication, and the alert levels it changed. */
@Component
class DeliveryMessages {
    private static final String ALERTS = "alerts.changed";

    private final PublicationNews news;
    private final Publications publications;
    private final AlertNews alerts;
    private final JsonMapper json;

    DeliveryMessages(PublicationNews news, Publications publications, AlertNews alerts, JsonMapper json) {
        this.news = news;
        this.publications = publications;
        this.alerts = alerts;
        this.json = json;
    }

    /** A body under the id that the receiver knows it by. */
    record Signed(String id, byte[] body) {}

    /** A message in the form that Standard Webhooks recommends. */
    record Message<T>(String type, Instant timestamp, T data) {}

    /** @param url of the publication that changed the levels */
    record Changes(String id, int vintage, Instant publishedAt, List<AlertNews.Changed> changes, String url) {}

    Flux<Signed> of(Delivery delivery) {
        return news.one(delivery.vintage())
                .flatMapMany(event -> Flux.concat(
                        Mono.fromSupplier(() ->
                                signed(delivery.messageId(), new Message<>(event.type(), event.publishedAt(), event))),
                        changed(delivery, event)));
    }

    /** Empty when no level changed. */
    private Mono<Signed> changed(Delivery delivery, PublicationEvent event) {
        return publications
                .upTo(delivery.vintage(), 1)
                .next()
                .flatMap(alerts::of)
                .filter(changes -> !changes.isEmpty())
                .map(changes -> signed(
                        delivery.messageId() + "_alerts",
                        new Message<>(
                                ALERTS,
                                event.publishedAt(),
                                new Changes(event.id(), event.vintage(), event.publishedAt(), changes, event.url()))));
    }

    private Signed signed(String id, Message<?> message) {
        return new Signed(id, json.writeValueAsString(message).getBytes(StandardCharsets.UTF_8));
    }
}
