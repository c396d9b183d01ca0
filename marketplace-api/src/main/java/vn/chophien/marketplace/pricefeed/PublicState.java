package vn.chophien.marketplace.pricefeed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.web.CacheableAnswer;

/**
 * The state of what is public that an answer is from. A client that has the answer from it is told so before anything is
 * read. Caches may keep what is current but ask again each time, so that a correction is seen at once; what is asked of the
 * past never changes.
 *
 * <p>The entity tag is strong, as the same question to the same state has the same bytes; the server compresses in one way,
 * so what the client accepts is part of it.
 *
 * @param parts tell this state from any other, with the form of the answer
 * @param past whether it was asked for by name, and so will never change
 * @param publication of prices, where it is known by one
 */
public record PublicState(
        List<Object> parts,
        Instant changedAt,
        boolean past,
        @Nullable String publication) {
    /** The publication that an answer is from, which {@code as_of} takes. */
    public static final String PUBLICATION = "Price-Publication";

    private static final Duration FOREVER = Duration.ofDays(365);

    public PublicState {
        parts = List.copyOf(parts);
    }

    /** The body with the headers of conditional requests, or 304 without asking for the body. */
    public <T> Mono<ResponseEntity<T>> answer(PriceQuestion question, MediaType type, Supplier<Mono<T>> body) {
        var tag = tag(question);
        return question.exchange().checkNotModified(tag, changedAt)
                ? Mono.just(headed(ResponseEntity.status(HttpStatus.NOT_MODIFIED), tag)
                        .build())
                : body.get()
                        .map(found -> headed(ResponseEntity.ok(), tag)
                                .contentType(type)
                                .body(found));
    }

    private String tag(PriceQuestion question) {
        var request = question.exchange().getRequest();
        var asked = new ArrayList<>(parts);
        asked.add(question.language());
        asked.add(request.getURI());
        asked.add(request.getHeaders().getOrDefault(HttpHeaders.ACCEPT_ENCODING, List.of()));
        return CacheableAnswer.tagOf(asked.toArray()).substring("W/".length());
    }

    private ResponseEntity.BodyBuilder headed(ResponseEntity.BodyBuilder response, String tag) {
        if (publication != null) {
            response.header(PUBLICATION, publication);
        }
        return response.eTag(tag)
                .lastModified(changedAt)
                .cacheControl(
                        past
                                ? CacheControl.maxAge(FOREVER).cachePublic().immutable()
                                : CacheControl.noCache().cachePublic())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.ACCEPT_ENCODING);
    }
}
