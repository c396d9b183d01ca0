package vn.chophien.marketplace.pricefeed.bulletin;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceQuestion;
import vn.chophien.marketplace.pricefeed.Vintages;
import vn.chophien.marketplace.web.CacheableAnswer;

/**
 * Answers from the bulletins that are public, or that were: as {@link
 * vn.chophien.marketplace.pricefeed.PublishedAnswers}, but what changes here are bulletins and not prices, since theirs are
 * those of their vintage.
 */
@Component
class BulletinAnswers {
    /** Part of every entity tag: raise it when an answer's form changes while its content does not. */
    private static final int FORM = 1;

    private static final Duration FOREVER = Duration.ofDays(365);

    private final Vintages vintages;
    private final BulletinArchive archive;

    BulletinAnswers(Vintages vintages, BulletinArchive archive) {
        this.vintages = vintages;
        this.archive = archive;
    }

    /** A question about what was public until an instant; null for now. */
    private record Asked(@Nullable Instant until) {}

    interface Body<T> {
        Mono<T> of(@Nullable Instant until, Language language);
    }

    <T> Mono<ResponseEntity<T>> json(PriceQuestion question, Body<T> body) {
        return answer(question, MediaType.APPLICATION_JSON, body);
    }

    <T> Mono<ResponseEntity<T>> answer(PriceQuestion question, MediaType type, Body<T> body) {
        return asked(question.asOf())
                .flatMap(asked -> archive.changedAt(asked.until())
                        .defaultIfEmpty(Instant.EPOCH)
                        .flatMap(changedAt -> {
                            var tag = tag(question, changedAt);
                            Function<ResponseEntity.BodyBuilder, ResponseEntity.BodyBuilder> headed =
                                    response -> headed(response, tag, changedAt, asked.until() != null);
                            if (question.exchange().checkNotModified(tag, changedAt)) {
                                return Mono.just(headed.apply(ResponseEntity.status(HttpStatus.NOT_MODIFIED))
                                        .<T>build());
                            }
                            return body.of(asked.until(), question.language())
                                    .map(found -> headed.apply(ResponseEntity.ok())
                                            .contentType(type)
                                            .body(found));
                        }));
    }

    /** What prices are asked by, bulletins are, too: an instant, or a publication of prices. */
    private Mono<Asked> asked(@Nullable String asOf) {
        return asOf == null || asOf.isBlank()
                ? Mono.just(new Asked(null))
                : vintages.at(asOf).map(known -> new Asked(instant(asOf.strip(), known)));
    }

    private static Instant instant(String asOf, KnownAt known) {
        try {
            // A plus that was not escaped in the address arrives as a space.
            return OffsetDateTime.parse(asOf.replace(' ', '+')).toInstant();
        } catch (DateTimeException publication) {
            return known.publishedAt();
        }
    }

    private static String tag(PriceQuestion question, Instant changedAt) {
        var request = question.exchange().getRequest();
        var weak = CacheableAnswer.tagOf(
                FORM,
                changedAt,
                question.language(),
                request.getURI(),
                request.getHeaders().getOrDefault(HttpHeaders.ACCEPT_ENCODING, List.of()));
        return weak.substring("W/".length());
    }

    private static ResponseEntity.BodyBuilder headed(
            ResponseEntity.BodyBuilder response, String tag, Instant changedAt, boolean past) {
        return response.eTag(tag)
                .lastModified(changedAt)
                .cacheControl(
                        past
                                ? CacheControl.maxAge(FOREVER).cachePublic().immutable()
                                : CacheControl.noCache().cachePublic())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.ACCEPT_ENCODING);
    }
}
