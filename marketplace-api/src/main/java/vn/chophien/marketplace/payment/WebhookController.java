package vn.chophien.marketplace.payment;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.gateway.CardGateway;
import vn.chophien.marketplace.payment.gateway.ForgedEventException;

/** Where the gateway reports events: checked, stored once, answered; acted on later. */
@RestController
class WebhookController {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);

    private final CardGateway gateway;
    private final WebhookInbox inbox;
    private final Poller webhookPoller;
    private final InstantSource clock;

    WebhookController(CardGateway gateway, WebhookInbox inbox, Poller webhookPoller, InstantSource clock) {
        this.gateway = gateway;
        this.inbox = inbox;
        this.webhookPoller = webhookPoller;
        this.clock = clock;
    }

    /** The signature covers the body byte by byte, so it is taken as it came. */
    @PostMapping("/api/v1/webhooks/stripe")
    Mono<Void> receive(
            @RequestHeader(name = "Stripe-Signature", defaultValue = "") String signature,
            @RequestBody(required = false) byte @Nullable [] body) {
        return Mono.fromCallable(
                        () -> gateway.verify(body == null ? "" : new String(body, StandardCharsets.UTF_8), signature))
                .onErrorMap(ForgedEventException.class, forged -> {
                    LOG.warn("Refused a webhook: {}", forged.getMessage());
                    return PaymentProblem.forgedEvent();
                })
                .flatMap(event -> inbox.add(event, clock.instant()))
                .doOnNext(isNew -> {
                    if (isNew) {
                        webhookPoller.wake();
                    }
                })
                .then();
    }
}
