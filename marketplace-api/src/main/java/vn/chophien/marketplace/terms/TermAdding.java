package vn.chophien.marketplace.terms;

import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;

/** Adds a row that begins in the future; what costs sellers is published long enough before. */
@Component
class TermAdding {

    private final TermRepository terms;
    private final InstantSource clock;

    TermAdding(TermRepository terms, InstantSource clock) {
        this.terms = terms;
        this.clock = clock;
    }

    LocalDate today() {
        return Terms.dayOf(clock.instant());
    }

    Mono<Term> add(Term term, AccountId by) {
        return terms.all().flatMap(known -> {
            var earliest = earliest(known, term.kind(), term.publishedOn());
            if (term.validFrom().isBefore(earliest)) {
                return Mono.error(TermProblem.tooSoon(earliest));
            }
            return terms.insert(term, by)
                    .flatMap(added -> added ? Mono.just(term) : Mono.error(TermProblem.exists(term.validFrom())));
        });
    }

    static LocalDate earliest(Terms known, TermKind kind, LocalDate publishedOn) {
        return publishedOn.plusDays(kind.costsSellers() ? Math.max(1, known.noticeDays(publishedOn)) : 1);
    }
}
