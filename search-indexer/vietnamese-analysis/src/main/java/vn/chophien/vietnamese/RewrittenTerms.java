package vn.chophien.vietnamese;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites terms and remembers some of them. Vietnamese is written in a few thousand syllables, so nearly every term of a text was met before, and
 * looking it up costs a tenth of rewriting it. A slot keeps the last term that fell into it, so no text can make this grow. Safe for use by many
 * threads: an entry never changes, and whichever of two threads loses its entry rewrites the term again.
 */
final class RewrittenTerms {

    private static final int SLOTS = 1 << 14;
    /** Longer terms are hardly ever syllables. */
    private static final int LONGEST = 24;

    private final UnaryOperator<String> rewriting;
    private final @Nullable Entry[] entries = new @Nullable Entry[SLOTS];

    RewrittenTerms(UnaryOperator<String> rewriting) {
        this.rewriting = rewriting;
    }

    /** The rewritten form of the first {@code length} characters. */
    String of(char[] term, int length) {
        if (length > LONGEST) {
            return rewriting.apply(new String(term, 0, length));
        }
        int slot = slot(term, length);
        var known = entries[slot];
        if (known != null && known.isOf(term, length)) {
            return known.rewritten;
        }
        var typed = new String(term, 0, length);
        var entry = new Entry(typed, rewriting.apply(typed));
        entries[slot] = entry;
        return entry.rewritten;
    }

    private static int slot(char[] term, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + term[i];
        }
        return (hash ^ hash >>> 15) & SLOTS - 1;
    }

    private record Entry(String typed, String rewritten) {

        boolean isOf(char[] term, int length) {
            if (typed.length() != length) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (typed.charAt(i) != term[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
