package vn.chophien.marketplace.search.understanding;

import java.util.List;
import vn.chophien.vietnamese.LexiconEntry;

/**
 * Words that a listing has to speak of.
 *
 * @param words as they were typed
 * @param meanings everything in the lexicon that they can mean, nothing for words that it does not know
 * @param head whether this is what the listing itself should be
 * @param last whether the words end the text, so that the last may be half typed
 * @param position of the first word among all words
 */
public record Term(List<String> words, List<LexiconEntry> meanings, boolean head, boolean last, int position) {

    public Term {
        words = List.copyOf(words);
        meanings = List.copyOf(meanings);
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
        return new Term(words, meanings, true, last, position);
    }
}
