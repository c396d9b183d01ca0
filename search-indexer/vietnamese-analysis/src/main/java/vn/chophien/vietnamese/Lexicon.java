package vn.chophien.vietnamese;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chophien.vietnamese.LexiconEntry.Kind;

/**
 * The words of the market: names that mean the same in North and South, in trade and in English, and what is a kind of what.
 * Immutable; finds the words of a text in time linear in its length.
 */
public final class Lexicon {

    /** Words of the longest name; also keeps the search linear. */
    private static final int LONGEST_NAME = 6;

    private static final int SLOTS = 1 << 12;
    private static final int LONGEST_REMEMBERED = 64;

    private final List<LexiconName> names;
    private final Map<String, LexiconEntry> entries = new LinkedHashMap<>();
    private final Map<String, List<LexiconName>> vietnamese = new HashMap<>();
    private final Map<String, List<LexiconName>> english = new HashMap<>();
    private final NavigableMap<String, List<LexiconName>> beginnings = new TreeMap<>();
    /** How many words the longest name has that begins with this one, so that few words of a text are looked at twice. */
    private final Map<String, Integer> vietnameseLengths = new HashMap<>();

    private final Map<String, Integer> englishLengths = new HashMap<>();
    /** Of names that were looked into, by the id of their entry: every listing of a kind asks again. */
    private final Map<String, List<LexiconEntry>> inside = new ConcurrentHashMap<>();

    private final @Nullable Often[] often = new @Nullable Often[SLOTS];

    private Lexicon(List<LexiconName> names) {
        this.names = List.copyOf(names);
        for (var name : names) {
            entries.putIfAbsent(name.entry().id(), name.entry());
            var words = new Words(VietnameseWords.split(name.text()));
            if (words.size() == 0) {
                continue; // signs only: no text names it so
            }
            if (name.english()) {
                english.computeIfAbsent(words.english(0, words.size()), unseen -> new ArrayList<>())
                        .add(name);
                englishLengths.merge(words.english(0, 1), words.size(), Math::max);
            } else {
                vietnamese
                        .computeIfAbsent(words.folded(0, words.size()), unseen -> new ArrayList<>())
                        .add(name);
                vietnameseLengths.merge(words.folded(0, 1), words.size(), Math::max);
            }
            if (!name.weak() && name.entry().isWanted()) {
                beginnings
                        .computeIfAbsent(words.folded(0, words.size()), unseen -> new ArrayList<>())
                        .add(name);
            }
        }
    }

    /** The dictionary of this build. The first call reads a file: make it where that may block. */
    public static Lexicon ofTheMarket() {
        return Market.WORDS;
    }

    /** The dictionary of a file that {@link LexiconCheck} finds no mistake in. */
    public static Lexicon of(String file) {
        return of(file.lines());
    }

    static Lexicon of(Stream<String> lines) {
        return new Lexicon(LexiconSource.read(lines));
    }

    /** The file of {@link #ofTheMarket}; reads it. */
    public static String fileOfTheBuild() {
        try (var stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream("lexicon.txt"), "lexicon.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** This one and more names, of places for example. */
    public Lexicon with(Collection<LexiconName> more) {
        return new Lexicon(Stream.concat(names.stream(), more.stream()).toList());
    }

    public List<LexiconName> names() {
        return names;
    }

    public @Nullable LexiconEntry entry(String id) {
        return entries.get(id);
    }

    /** How a text is written tells which of its names to look for. */
    public enum Reading {
        VIETNAMESE,
        ENGLISH,
        /** What a buyer types: either language, or both. */
        ANY
    }

    /**
     * What stands in a text, from left to right, the longest name first; words without marks mean every word that folds to
     * them. Words that nothing is known of are in no find.
     */
    public List<LexiconFind> find(List<String> words, Reading reading) {
        var text = new Words(words);
        var finds = new ArrayList<LexiconFind>();
        boolean opening = true;
        int at = 0;
        while (at < text.size()) {
            var found = longestAt(text, at, reading, opening);
            if (found == null) {
                at++;
                opening = false;
            } else {
                finds.add(found);
                at = found.end();
                opening = opening && found.is(Kind.FILLER);
            }
        }
        return finds;
    }

    /**
     * The same for a text that many listings bear: a keyword, an ingredient, the name of a category. What recent ones hold is remembered; a
     * slot keeps the last text that fell into it.
     */
    List<LexiconFind> findOften(String text, Reading reading) {
        int hash = text.hashCode() ^ reading.ordinal();
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        var known = often[slot];
        if (known != null && known.reading == reading && known.text.equals(text)) {
            return known.finds;
        }
        var finds = List.copyOf(find(VietnameseWords.split(text), reading));
        if (text.length() <= LONGEST_REMEMBERED) {
            often[slot] = new Often(text, reading, finds);
        }
        return finds;
    }

    /** Things of other families that are named inside a longer name, which say what it is made of: mơ in “rượu mơ”. */
    List<LexiconEntry> inside(LexiconEntry whole) {
        return inside.computeIfAbsent(whole.id(), unseen -> namedInside(whole));
    }

    private List<LexiconEntry> namedInside(LexiconEntry whole) {
        var text = new Words(VietnameseWords.split(whole.id()));
        var found = new ArrayList<LexiconEntry>();
        for (int from = 1; from < text.size(); from++) {
            for (int to = text.size(); to > from; to--) {
                var parts = candidates(text, from, to, Reading.VIETNAMESE, false).stream()
                        .map(LexiconName::entry)
                        .filter(entry -> entry.is(Kind.THING) && !entry.family().equals(whole.family()))
                        .toList();
                if (!parts.isEmpty()) {
                    found.addAll(parts);
                    from = to;
                }
            }
        }
        return List.copyOf(found);
    }

    /** Entries that have a name which begins with these words, the last of which may be half typed; the shortest names first. */
    public List<LexiconEntry> beginningWith(List<String> words, int most) {
        var typed = new Words(words);
        var begins = typed.folded(0, typed.size());
        return beginnings.subMap(begins, begins + Character.MAX_VALUE).values().stream()
                .flatMap(List::stream)
                .filter(name -> agrees(typed, name))
                .sorted(Comparator.comparingInt(name -> name.text().length()))
                .map(LexiconName::entry)
                .distinct()
                .limit(most)
                .toList();
    }

    private static boolean agrees(Words typed, LexiconName name) {
        int certain = typed.isMarked(typed.size() - 1) ? typed.size() : typed.size() - 1;
        return !typed.anyMarked() || name.normalized().startsWith(typed.normal(0, certain));
    }

    private @Nullable LexiconFind longestAt(Words text, int from, Reading reading, boolean opening) {
        int longest = Math.min(LONGEST_NAME, longestName(text, from, reading));
        for (int to = Math.min(text.size(), from + longest); to > from; to--) {
            var candidates = candidates(text, from, to, reading, opening);
            if (!candidates.isEmpty()) {
                boolean inEnglish = candidates.stream().allMatch(LexiconName::english);
                return new LexiconFind(from, to, preferred(meant(candidates)), inEnglish);
            }
        }
        return null;
    }

    private static List<LexiconEntry> meant(List<LexiconName> names) {
        return names.size() == 1
                ? List.of(names.getFirst().entry())
                : names.stream().map(LexiconName::entry).distinct().toList();
    }

    private int longestName(Words text, int from, Reading reading) {
        int ofVietnamese =
                reading == Reading.ENGLISH ? 0 : vietnameseLengths.getOrDefault(text.folded(from, from + 1), 0);
        int ofEnglish =
                reading == Reading.VIETNAMESE ? 0 : englishLengths.getOrDefault(text.english(from, from + 1), 0);
        return Math.max(ofVietnamese, ofEnglish);
    }

    /** Most stretches of a text are called nothing, so nothing is made for them. */
    private List<LexiconName> candidates(Words text, int from, int to, Reading reading, boolean opening) {
        var inVietnamese =
                reading == Reading.ENGLISH ? List.<LexiconName>of() : vietnamese(text, from, to, reading, opening);
        var inEnglish = reading == Reading.VIETNAMESE || text.anyMarked(from, to)
                ? List.<LexiconName>of()
                : english.getOrDefault(text.english(from, to), List.of());
        if (inEnglish.isEmpty()) {
            return inVietnamese;
        }
        return inVietnamese.isEmpty()
                ? inEnglish
                : Stream.concat(inVietnamese.stream(), inEnglish.stream()).toList();
    }

    private List<LexiconName> vietnamese(Words text, int from, int to, Reading reading, boolean opening) {
        var named = vietnamese.get(text.folded(from, to));
        if (named == null) {
            return List.of();
        }
        var all = new ArrayList<LexiconName>(named.size());
        for (var name : named) {
            if ((opening || !name.weak()) && text.agree(from, to, name.words())) {
                all.add(name);
            }
        }
        keepLiteral(all, text, from, to, reading);
        if (all.isEmpty() && reading == Reading.ANY && text.anyMarked(from, to)) {
            named.stream()
                    .filter(name -> (opening || !name.weak()) && text.agreeButForTones(from, to, name.words()))
                    .forEach(all::add);
        }
        boolean certain = text.anyMarked() || reading == Reading.VIETNAMESE;
        if (certain && all.stream().anyMatch(name -> !name.weak())) {
            all.removeIf(LexiconName::weak);
        }
        return all;
    }

    /**
     * Where marks are typed, a word without them has none: “cam” beside “đỏ” is no “cám”, and “Nam” beside “Ô” no “nấm”; of a name of
     * several words some may lack theirs. What sellers write has all of them.
     */
    private static void keepLiteral(List<LexiconName> names, Words text, int from, int to, Reading reading) {
        if (reading == Reading.ANY && !text.anyMarked()) {
            return;
        }
        var literal = text.normal(from, to);
        boolean same = names.stream().anyMatch(name -> name.normalized().equals(literal));
        boolean alone = to - from == 1 && !text.isMarked(from);
        if (same || text.anyMarked() && (alone || reading == Reading.VIETNAMESE)) {
            names.removeIf(name -> !name.normalized().equals(literal));
        }
    }

    /** A filler that is also a thing is the thing; a place or an attribute is what was meant before anything else. */
    private static List<LexiconEntry> preferred(List<LexiconEntry> meant) {
        if (meant.size() == 1) {
            return meant;
        }
        var wanted = meant.stream().filter(entry -> !entry.is(Kind.FILLER)).toList();
        return wanted.isEmpty() ? meant.subList(0, 1) : wanted;
    }

    private static Lexicon load() {
        return of(fileOfTheBuild());
    }

    private record Often(String text, Reading reading, List<LexiconFind> finds) {}

    private static final class Market {
        static final Lexicon WORDS = load();
    }
}
