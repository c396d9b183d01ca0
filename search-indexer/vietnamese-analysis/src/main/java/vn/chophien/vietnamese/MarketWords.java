package vn.chophien.vietnamese;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The dictionaries that this process works by. At first both are the one of the build; when another is applied, documents are written
 * in the words of both until every document has them, and only then are queries read by the new one. So whatever is asked meanwhile,
 * and by whichever dictionary, the documents know the word.
 */
public final class MarketWords {

    private static final AtomicReference<@Nullable Lexicon> READ = new AtomicReference<>();
    private static final AtomicReference<@Nullable List<Lexicon>> WRITTEN = new AtomicReference<>();

    private MarketWords() {}

    /** What words are read by. The first call of either method may read a file. */
    public static Lexicon read() {
        var applied = READ.get();
        return applied == null ? Lexicon.ofTheMarket() : applied;
    }

    /** What documents are written by: one, or two while one takes the place of the other. */
    public static List<Lexicon> written() {
        var applied = WRITTEN.get();
        return applied == null ? List.of(Lexicon.ofTheMarket()) : applied;
    }

    public static void readBy(Lexicon lexicon) {
        READ.set(lexicon);
    }

    public static void writeBy(List<Lexicon> lexicons) {
        if (lexicons.isEmpty()) {
            throw new IllegalArgumentException("Documents are written by at least one dictionary.");
        }
        WRITTEN.set(List.copyOf(lexicons));
    }

    /** The dictionary of the build again. */
    public static void reset() {
        READ.set(null);
        WRITTEN.set(null);
    }
}
