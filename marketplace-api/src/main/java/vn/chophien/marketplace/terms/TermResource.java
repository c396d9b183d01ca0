package vn.chophien.marketplace.terms;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the terms.
 *
 * @param state {@code CURRENT}, {@code FUTURE}, or {@code PAST} when it ended or a later row of its scope holds
 */
record TermResource(
        String id,
        TermKind kind,
        @Nullable String sellerType,
        @Nullable String categoryPath,
        @Nullable Integer ocopStars,
        @Nullable String subject,
        @Nullable Integer basisPoints,
        @Nullable Long amount,
        @Nullable Long cap,
        @Nullable String choice,
        String reference,
        LocalDate publishedOn,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String state) {

    static TermResource from(Term term, Terms all, LocalDate today) {
        return new TermResource(
                term.id().toString(),
                term.kind(),
                term.sellerType(),
                term.categoryPath(),
                term.ocopStars(),
                term.subject(),
                term.basisPoints(),
                term.amount(),
                term.cap(),
                term.choice(),
                term.reference(),
                term.publishedOn(),
                term.validFrom(),
                term.validTo(),
                state(term, all, today));
    }

    private static String state(Term term, Terms all, LocalDate today) {
        if (term.validFrom().isAfter(today)) {
            return "FUTURE";
        }
        return term.isInForceOn(today) && !all.isReplaced(term, today) ? "CURRENT" : "PAST";
    }
}
