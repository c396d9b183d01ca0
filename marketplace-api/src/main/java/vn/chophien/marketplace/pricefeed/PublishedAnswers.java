package vn.chophien.marketplace.pricefeed;

import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.web.CacheableAnswer;

/**
 * Answers that change only with a publication, or when a day ends: a client that has the current one is told so before
 * any price is read. Caches may keep them but ask again each time, so a correction is seen at once.
 */
@Component
class PublishedAnswers {
    /** Part of every entity tag: raise it when an answer's form changes while its prices do not. */
    private static final int FORM = 1;

    private final Observations observations;
    private final PriceBoard board;

    PublishedAnswers(Observations observations, PriceBoard board) {
        this.observations = observations;
        this.board = board;
    }

    /** The body with the headers of conditional requests, or 304 without asking for the body. */
    <T> Mono<ResponseEntity<T>> answer(ServerWebExchange exchange, Language language, MediaType type, Mono<T> body) {
        return observations
                .revision()
                .defaultIfEmpty(new Observations.Revision(0, Instant.EPOCH))
                .flatMap(revision -> {
                    var tag = CacheableAnswer.tagOf(
                            FORM,
                            revision.number(),
                            board.today(),
                            language,
                            exchange.getRequest().getURI());
                    if (exchange.checkNotModified(tag)) {
                        return Mono.just(headed(ResponseEntity.status(HttpStatus.NOT_MODIFIED), tag)
                                .<T>build());
                    }
                    return body.map(found -> headed(ResponseEntity.ok(), tag)
                            .lastModified(revision.publishedAt())
                            .contentType(type)
                            .body(found));
                });
    }

    <T> Mono<ResponseEntity<T>> json(ServerWebExchange exchange, Language language, Mono<T> body) {
        return answer(exchange, language, MediaType.APPLICATION_JSON, body);
    }

    private static ResponseEntity.BodyBuilder headed(ResponseEntity.BodyBuilder response, String tag) {
        return response.eTag(tag)
                .cacheControl(CacheControl.noCache().cachePublic())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.ACCEPT_ENCODING);
    }
}
