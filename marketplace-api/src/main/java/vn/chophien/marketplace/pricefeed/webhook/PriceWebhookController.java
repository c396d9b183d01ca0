package vn.chophien.marketplace.pricefeed.webhook;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.RequestProblem;

/** A subscriber's own webhooks. */
@RestController
@RequestMapping("/api/v1/prices/webhooks")
class PriceWebhookController {
    private static final int MOST = 10;
    private static final Duration BOTH_SIGN = Duration.ofHours(24);

    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final Targets targets;
    private final InstantSource clock;

    PriceWebhookController(
            WebhookRepository webhooks, DeliveryRepository deliveries, Targets targets, InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.targets = targets;
        this.clock = clock;
    }

    record NewWebhook(@NotBlank @Size(max = 500) String url) {}

    /** @param after every publication after this vintage is sent again */
    record Replay(@NotNull @Min(0) @Nullable Integer after) {}

    record ReplayResource(int deliveries) {}

    /** @param secret shown when it is made, and never again */
    record WebhookResource(
            String id,
            String url,
            Webhook.State state,
            Instant createdAt,
            @Nullable String secret) {
        static WebhookResource of(Webhook webhook) {
            return new WebhookResource(
                    webhook.id().toString(), webhook.url(), webhook.state(), webhook.createdAt(), null);
        }

        WebhookResource with(WebhookSecret shown) {
            return new WebhookResource(id, url, state, createdAt, shown.value());
        }
    }

    /** @param id the webhook-id of its message */
    record DeliveryResource(
            String id,
            int vintage,
            Delivery.State state,
            Instant createdAt,
            @Nullable Instant nextAttemptAt,
            List<DeliveryRepository.Attempt> attempts) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<WebhookResource> register(CurrentAccount owner, @Valid @RequestBody NewWebhook request) {
        if (!targets.mayBeRegistered(request.url())) {
            return Mono.error(() -> RequestProblem.invalid(new FieldProblem("url", "webhook-url")));
        }
        var secret = WebhookSecret.generate();
        var webhook = new Webhook(
                UuidV7.next(), owner.id(), request.url(), Webhook.State.ACTIVE, secret, null, null, clock.instant());
        return webhooks.insert(webhook, MOST)
                .flatMap(added -> added
                        ? Mono.just(WebhookResource.of(webhook).with(secret))
                        : Mono.error(() -> new WebhookProblem(MOST)));
    }

    @GetMapping
    Mono<PageResponse<WebhookResource>> list(CurrentAccount owner) {
        return webhooks.of(owner.id()).map(WebhookResource::of).collectList().map(PageResponse::whole);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(CurrentAccount owner, @PathVariable String id) {
        return own(id, owner).flatMap(webhook -> webhooks.end(webhook.id()));
    }

    /** Makes a new secret; for a day the former one signs as well. */
    @PostMapping("/{id}/secret")
    Mono<WebhookResource> rotate(CurrentAccount owner, @PathVariable String id) {
        var secret = WebhookSecret.generate();
        return own(id, owner)
                .flatMap(webhook -> webhooks.replaceSecret(
                                webhook.id(), secret, clock.instant().plus(BOTH_SIGN))
                        .thenReturn(WebhookResource.of(webhook).with(secret)));
    }

    /** Sends again what was published after a vintage; each message keeps its id. */
    @PostMapping("/{id}/replay")
    Mono<ReplayResource> replay(CurrentAccount owner, @PathVariable String id, @Valid @RequestBody Replay request) {
        var after = request.after() == null ? 0 : request.after();
        return own(id, owner)
                .flatMap(webhook -> deliveries.replay(webhook.id(), after, clock.instant()))
                .map(ReplayResource::new);
    }

    /** The log: every message with its attempts, newest first. */
    @GetMapping("/{id}/deliveries")
    Mono<PageResponse<DeliveryResource>> deliveries(
            CurrentAccount owner,
            @PathVariable String id,
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        var size = PageSizes.checked(pageSize);
        var before = cursor == null ? Integer.MAX_VALUE : Cursor.number(cursor);
        return own(id, owner)
                .flatMapMany(webhook -> deliveries.of(webhook.id(), before, size + 1))
                .collectList()
                .map(found -> PageResponse.cut(found, size, told -> Cursor.encode(told.vintage())))
                .flatMap(page -> Flux.fromIterable(page.items())
                        .concatMap(this::logged)
                        .collectList()
                        .map(page::showing));
    }

    private Mono<DeliveryResource> logged(DeliveryRepository.Told told) {
        return deliveries
                .attempts(told.id())
                .collectList()
                .map(attempts -> new DeliveryResource(
                        "msg_" + told.id(),
                        told.vintage(),
                        told.state(),
                        told.createdAt(),
                        told.state() == Delivery.State.PENDING ? told.dueAt() : null,
                        attempts));
    }

    private Mono<Webhook> own(String id, CurrentAccount owner) {
        try {
            return webhooks.find(UUID.fromString(id), owner.id()).switchIfEmpty(Mono.error(RequestProblem::notFound));
        } catch (IllegalArgumentException foreign) {
            return Mono.error(RequestProblem::notFound);
        }
    }
}
