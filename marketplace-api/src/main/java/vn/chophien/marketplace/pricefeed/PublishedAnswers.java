package vn.chophien.marketplace.pricefeed;

import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.web.CacheableAnswer;

/**
 * Answers from a state of the record: a client that has the current one is told so before any price is read. Caches may
 * keep what is current but ask again each time, so that a correction is seen at once; what is asked of the past never
 * changes.
 *
 * <p>The entity tag is strong, as the same question to the same state has the same bytes; the server compresses in one way,
 * so what the client accepts is part of it.
 */
@Component
public class PublishedAnswers {
    /** The publication that an answer is from, which {@code as_of} takes. */
    public static final String PUBLICATION = "Price-Publication";

    /** Part of every entity tag: raise it when an answer's form changes while its prices do not. */
    private static final int FORM = 3;

    private static final Duration FOREVER = Duration.ofDays(365);

    private final Vintages vintages;

    PublishedAnswers(Vintages vintages) {
        this.vintages = vintages;
    }

    /** What is answered from the state that was asked for, in the language that was. */
    public interface Body<T> {
        Mono<T> of(KnownAt known, Language language);
    }

    /** The body with the headers of conditional requests, or 304 without asking for the body. */
    public <T> Mono<ResponseEntity<T>> answer(PriceQuestion question, MediaType type, Body<T> body) {
        return vintages.at(question.asOf()).flatMap(known -> {
            var tag = tag(question, known);
            if (question.exchange().checkNotModified(tag, known.changedAt())) {
                return Mono.just(headed(ResponseEntity.status(HttpStatus.NOT_MODIFIED), tag, known)
                        .<T>build());
            }
            return body.of(known, question.language())
                    .map(found -> headed(ResponseEntity.ok(), tag, known)
                            .contentType(type)
                            .body(found));
        });
    }

    public <T> Mono<ResponseEntity<T>> json(PriceQuestion question, Body<T> body) {
        return answer(question, MediaType.APPLICATION_JSON, body);
    }

    private static String tag(PriceQuestion question, KnownAt known) {
        var request = question.exchange().getRequest();
        var weak = CacheableAnswer.tagOf(
                FORM,
                known.vintage(),
                known.day(),
                question.language(),
                request.getURI(),
                request.getHeaders().getOrDefault(HttpHeaders.ACCEPT_ENCODING, List.of()));
        return weak.substring("W/".length());
    }

    private static ResponseEntity.BodyBuilder headed(ResponseEntity.BodyBuilder response, String tag, KnownAt known) {
        if (known.publicationId() != null) {
            response.header(PUBLICATION, known.publicationId());
        }
        return response.eTag(tag)
                .lastModified(known.changedAt())
                .cacheControl(
                        known.past()
                                ? CacheControl.maxAge(FOREVER).cachePublic().immutable()
                                : CacheControl.noCache().cachePublic())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.ACCEPT_ENCODING);
    }
}
