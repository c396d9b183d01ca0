package vn.chophien.marketplace.search.understanding;

import java.util.List;
import java.util.stream.Stream;
import vn.chophien.vietnamese.LexiconEntry;

/**
 * Words that a listing has to speak of.
 *
 * @param words as they were typed
 * @param meanings everything in the lexicon that they can mean, nothing for words that it does not know
 * @param head whether this is what the listing itself should be
 * @param last whether the words end the text, so that the last may be half typed
 * @param position of the first word among all words
 * @param loose whether listings that only have the letters speak of it as well: it is half typed, or part of a proper name
 * @param marked whether its writer typed marks, so that a word without them has none
 * @param parts for a name of two things, what each may mean: a listing may name them apart, “khăn choàng lụa” for “khăn lụa”
 */
public record Term(
        List<String> words,
        List<LexiconEntry> meanings,
        boolean head,
        boolean last,
        int position,
        boolean loose,
        boolean marked,
        List<List<String>> parts) {

    public Term {
        words = List.copyOf(words);
        meanings = List.copyOf(meanings);
        parts = List.copyOf(parts);
    }

    public String text() {
        return String.join(" ", words);
    }

    public boolean isUnknown() {
        return meanings.isEmpty();
    }

    /** A property such as “dried”, not a thing. */
    public boolean isProperty() {
        return !meanings.isEmpty() && meanings.stream().noneMatch(LexiconEntry::isWanted);
    }

    public List<String> ids() {
        return meanings.stream().map(LexiconEntry::id).toList();
    }

    Term asHead() {
        return new Term(words, meanings, true, last, position, loose, marked, parts);
    }

    Term asLoose() {
        return new Term(words, meanings, head, last, position, true, marked, parts);
    }

    /** This and the next term, together meaning something of their own. */
    Term with(Term next, List<LexiconEntry> together) {
        var both = Stream.concat(words.stream(), next.words.stream()).toList();
        return new Term(both, together, false, next.last, position, false, marked, List.of());
    }
}
