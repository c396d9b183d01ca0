package vn.chophien.marketplace.pricefeed;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;

/** Answers from a state of the record, in the way of {@link PublicState}. */
@Component
public class PublishedAnswers {
    /** Part of every entity tag: raise it when an answer's form changes while its prices do not. */
    private static final int FORM = 4;

    private final Vintages vintages;

    PublishedAnswers(Vintages vintages) {
        this.vintages = vintages;
    }

    /** What is answered from the state that was asked for, in the language that was. */
    public interface Body<T> {
        Mono<T> of(KnownAt known, Language language);
    }

    public <T> Mono<ResponseEntity<T>> answer(PriceQuestion question, MediaType type, Body<T> body) {
        return vintages.at(question.asOf())
                .flatMap(known -> state(known).answer(question, type, () -> body.of(known, question.language())));
    }

    public <T> Mono<ResponseEntity<T>> json(PriceQuestion question, Body<T> body) {
        return answer(question, MediaType.APPLICATION_JSON, body);
    }

    private static PublicState state(KnownAt known) {
        return new PublicState(
                List.of(FORM, known.vintage(), known.day()), known.changedAt(), known.past(), known.publicationId());
    }
}
