package vn.chophien.marketplace.search.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read in a buyer's words.
 *
 * @param text what was read: the words as typed, or decoded, or corrected
 * @param terms what the listing has to speak of, in the order of the words
 * @param demands what it has to be besides; each is shown and can be taken back
 * @param words all words that were read as terms, fillers too, for their order
 * @param decoded whether the words were typed as raw keys of a Vietnamese keyboard
 */
public record Reading(String text, List<Term> terms, List<Demand> demands, List<String> words, boolean decoded) {

    public Reading {
        terms = List.copyOf(terms);
        demands = List.copyOf(demands);
        words = List.copyOf(words);
    }

    public boolean isEmpty() {
        return terms.isEmpty() && demands.isEmpty();
    }

    /** What the listing itself should be: the thing that is named first in Vietnamese, last in English. */
    public @Nullable Term head() {
        return terms.stream().filter(Term::head).findFirst().orElse(null);
    }

    /** The same words without any condition. */
    public Reading withoutDemands() {
        return new Reading(text, terms, List.of(), words, decoded);
    }

    public boolean hasUnknownWords() {
        return terms.stream().anyMatch(term -> term.meanings().isEmpty());
    }
}
