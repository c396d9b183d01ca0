package vn.chophien.marketplace.terms;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One dated row.
 *
 * @param ocopStars covers listings with at least so many
 * @param reference the law, contract or decision it comes from
 */
public record Term(
        UUID id,
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
        @Nullable LocalDate validTo) {

    /**
     * The most specific last: a deeper category beats more stars, stars beat the seller's type, that beats the subject; among rows of one
     * scope the later one holds.
     */
    static final Comparator<Term> SPECIFICITY = Comparator.comparingInt(Term::depth)
            .thenComparingInt(term -> term.ocopStars == null ? 0 : term.ocopStars)
            .thenComparing(term -> term.sellerType != null)
            .thenComparing(term -> term.subject != null)
            .thenComparing(Term::validFrom);

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    boolean covers(@Nullable String category, int stars, @Nullable String type) {
        return (categoryPath == null
                        || (category != null
                                && (category.equals(categoryPath) || category.startsWith(categoryPath + "/"))))
                && (ocopStars == null || stars >= ocopStars)
                && isFor(type);
    }

    boolean isFor(@Nullable String type) {
        return sellerType == null || sellerType.equals(type);
    }

    private int depth() {
        return categoryPath == null ? 0 : categoryPath.split("/").length;
    }
}
