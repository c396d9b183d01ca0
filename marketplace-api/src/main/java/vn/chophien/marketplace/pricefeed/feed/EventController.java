package vn.chophien.marketplace.pricefeed.feed;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.Publications;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/**
 * Publications as server-sent events. A subscriber costs a few objects however slowly it reads: what waits for it is no
 * queue but the number of the last vintage it was told of, which is also the event's id to resume from.
 */
@RestController
@RequestMapping("/api/v1/prices/events")
class EventController {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration RECONNECT = Duration.ofSeconds(2);

    private final PublicationBell bell;
    private final PublicationNews news;
    private final Publications publications;
    private final Subscribers subscribers;

    EventController(PublicationBell bell, PublicationNews news, Publications publications, Subscribers subscribers) {
        this.bell = bell;
        this.news = news;
        this.publications = publications;
        this.subscribers = subscribers;
    }

    /**
     * @param lastEventId the header of a browser that connects again
     * @param after the same for clients that cannot set it: every publication after this vintage is told first
     */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<PublicationEvent>>>> events(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam @Nullable Integer after) {
        var start = start(lastEventId, after);
        return subscribers
                .admit(start.flatMapMany(this::from))
                .map(stream -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .cacheControl(CacheControl.noStore())
                        // Proxies that gather answers would keep events back.
                        .header("X-Accel-Buffering", "no")
                        .body(stream));
    }

    private Mono<Integer> start(@Nullable String lastEventId, @Nullable Integer after) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return after == null ? publications.last().defaultIfEmpty(0) : Mono.just(after);
        }
        try {
            return Mono.just(Integer.parseInt(lastEventId.strip()));
        } catch (NumberFormatException foreign) {
            return Mono.error(() -> RequestProblem.invalid(new FieldProblem("Last-Event-ID", "invalid")));
        }
    }

    private Flux<ServerSentEvent<PublicationEvent>> from(int vintage) {
        return Flux.defer(() -> {
            var told = new AtomicInteger(vintage);
            var events = bell.rings()
                    .startWith(vintage)
                    .onBackpressureLatest()
                    .concatMap(ring -> untold(told), 1)
                    .map(EventController::sent);
            var welcome = Flux.just(ServerSentEvent.<PublicationEvent>builder()
                    .id(Integer.toString(vintage))
                    .retry(RECONNECT)
                    .comment("prices of Chợ Phiên")
                    .build());
            var heartbeats = Flux.interval(HEARTBEAT)
                    .onBackpressureDrop()
                    .map(beat -> ServerSentEvent.<PublicationEvent>builder()
                            .comment("still here")
                            .build());
            return Flux.concat(welcome, Flux.merge(events, heartbeats)).takeUntilOther(bell.end());
        });
    }

    /** Page by page what this subscriber has not been told yet. */
    private Flux<PublicationEvent> untold(AtomicInteger told) {
        return news.after(told.get())
                .expand(page -> page.isEmpty()
                        ? Mono.empty()
                        : news.after(page.getLast().vintage()))
                .concatMapIterable(page -> page)
                .doOnNext(event -> told.set(event.vintage()));
    }

    private static ServerSentEvent<PublicationEvent> sent(PublicationEvent event) {
        return ServerSentEvent.<PublicationEvent>builder()
                .id(Integer.toString(event.vintage()))
                .event(event.type())
                .data(event)
                .build();
    }
}
