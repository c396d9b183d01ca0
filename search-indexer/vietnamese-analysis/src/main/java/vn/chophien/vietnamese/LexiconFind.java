package vn.chophien.vietnamese;

import java.util.List;
import vn.chophien.vietnamese.LexiconEntry.Kind;

/**
 * A name found in a text.
 *
 * @param start the first of its words
 * @param end after the last of its words
 * @param entries everything it can mean, at least one
 * @param english whether it is only known as an English name
 */
public record LexiconFind(int start, int end, List<LexiconEntry> entries, boolean english) {

    public LexiconFind {
        entries = List.copyOf(entries);
    }

    /** Whether it can mean nothing else. */
    public boolean is(Kind kind) {
        return entries.stream().allMatch(entry -> entry.is(kind));
    }

    /** Whether it can mean something of this kind. */
    public boolean canBe(Kind kind) {
        return entries.stream().anyMatch(entry -> entry.is(kind));
    }

    public List<String> ids() {
        return entries.stream().map(LexiconEntry::id).toList();
    }

    public int length() {
        return end - start;
    }
}
