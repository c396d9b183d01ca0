package vn.chophien.marketplace.pricefeed.bulletin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceQuestion;
import vn.chophien.marketplace.pricefeed.PublicState;
import vn.chophien.marketplace.pricefeed.Vintages;

/**
 * Answers from the bulletins that are public, or that were: as {@link
 * vn.chophien.marketplace.pricefeed.PublishedAnswers}, but what changes here are bulletins and not prices, since theirs are
 * those of their vintage.
 */
@Component
class BulletinAnswers {
    /** Part of every entity tag: raise it when an answer's form changes while its content does not. */
    private static final int FORM = 1;

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
                        .map(changedAt ->
                                new PublicState(List.of(FORM, changedAt), changedAt, asked.until() != null, null))
                        .flatMap(state ->
                                state.answer(question, type, () -> body.of(asked.until(), question.language()))));
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
}
