package vn.chophien.marketplace.search.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chophien.vietnamese.Lexicon;
import vn.chophien.vietnamese.LexiconEntry;
import vn.chophien.vietnamese.LexiconEntry.Kind;
import vn.chophien.vietnamese.LexiconFind;
import vn.chophien.vietnamese.VietnameseText;
import vn.chophien.vietnamese.VietnameseWords;

/** Turns the finds of the lexicon, and the words between them, into terms. */
final class TermReading {

    private static final int MOST_COMPLETIONS = 8;
    private static final int MOST_COMPLETED_WORDS = 4;

    /** In English what follows these says how or whence, not what: “tea with lotus”. */
    private static final Set<String> AFTER_THE_THING = Set.of("with", "from", "in", "for", "of");

    private final Lexicon lexicon;
    private final List<String> words;
    private final List<LexiconFind> finds;
    private final DemandWords demands;
    private final List<Term> terms = new ArrayList<>();
    private final boolean marked;

    TermReading(Lexicon lexicon, DemandWords demands, List<LexiconFind> finds) {
        this.lexicon = lexicon;
        this.words = demands.words();
        this.finds = finds;
        this.demands = demands;
        this.marked = words.stream().anyMatch(VietnameseText::hasMarks);
    }

    /** @param nothingElse whether the text says nothing besides these words: then even fillers are looked for */
    List<Term> terms(boolean nothingElse) {
        int at = 0;
        for (var find : finds) {
            unknown(at, find.start());
            if (!demands.isDemand(find) && !find.is(Kind.FILLER)) {
                add(find.start(), find.end(), meanings(find));
            }
            at = find.end();
        }
        unknown(at, words.size());
        complete();
        if (nothingElse && terms.isEmpty() && finds.stream().noneMatch(demands::isDemand)) {
            unknown(0, words.size());
        }
        joinProperties();
        markHead();
        loosen();
        return terms;
    }

    /** “dried mango” is “xoài sấy”, where that is a thing of its own. */
    private void joinProperties() {
        for (int i = 0; i + 1 < terms.size(); i++) {
            var property = terms.get(i);
            var thing = terms.get(i + 1);
            boolean adjacent = property.position() + property.words().size() == thing.position();
            if (adjacent && property.isProperty() && thing.meanings().size() == 1 && isThing(thing)) {
                var name = thing.ids().getFirst() + " " + property.ids().getFirst();
                var together = VietnameseWords.split(name);
                var found = lexicon.find(together, Lexicon.Reading.VIETNAMESE);
                if (found.size() == 1 && found.getFirst().length() == together.size()) {
                    terms.set(i, property.with(thing, meanings(found.getFirst())));
                    terms.remove(i + 1);
                }
            }
        }
    }

    /** A syllable that means something by itself may as well belong to the name beside it, which nothing is known of: “Bàu Đá”. */
    private void loosen() {
        for (int i = 0; i < terms.size(); i++) {
            var term = terms.get(i);
            boolean besideUnknown = i > 0 && terms.get(i - 1).isUnknown()
                    || i + 1 < terms.size() && terms.get(i + 1).isUnknown();
            if (besideUnknown
                    && !term.head()
                    && !term.isUnknown()
                    && term.words().size() == 1) {
                terms.set(i, term.asLoose());
            }
        }
    }

    private static List<LexiconEntry> meanings(LexiconFind find) {
        return find.entries().stream()
                .filter(entry -> entry.isWanted() || entry.is(Kind.PROPERTY))
                .toList();
    }

    private void unknown(int from, int to) {
        if (from < to) {
            add(from, to, List.of());
        }
    }

    private void add(int from, int to, List<LexiconEntry> meanings) {
        var parts = meanings.isEmpty() ? List.<List<String>>of() : parts(from, to);
        terms.add(new Term(words.subList(from, to), meanings, false, to == words.size(), from, false, marked, parts));
    }

    /** Two things that these words name side by side; nothing where one of them is none, as the “trù” of “ca trù”. */
    private List<List<String>> parts(int from, int to) {
        for (int middle = from + 1; middle < to; middle++) {
            var first = named(from, middle);
            var second = named(middle, to);
            if (!first.isEmpty() && !second.isEmpty()) {
                return List.of(first, second);
            }
        }
        return List.of();
    }

    private List<String> named(int from, int to) {
        return lexicon.find(words.subList(from, to), Lexicon.Reading.ANY).stream()
                .filter(find -> find.length() == to - from)
                .flatMap(find -> meanings(find).stream())
                .map(LexiconEntry::id)
                .toList();
    }

    /** The last word may be half typed: “mật o” can become “mật ong”. */
    private void complete() {
        if (words.isEmpty() || !lastIsOpen()) {
            return;
        }
        for (int from = Math.max(0, words.size() - MOST_COMPLETED_WORDS); from < words.size(); from++) {
            var completed = lexicon.beginningWith(words.subList(from, words.size()), MOST_COMPLETIONS);
            boolean alone = from == words.size() - 1;
            boolean enough = !alone || words.getLast().length() > 1 && isUnknown(from);
            if (!completed.isEmpty() && enough) {
                int start = from;
                terms.removeIf(term -> term.position() >= start);
                cutUnknownAt(start);
                add(start, words.size(), completed);
                terms.set(terms.size() - 1, terms.getLast().asLoose());
                return;
            }
        }
    }

    private boolean lastIsOpen() {
        if (finds.isEmpty() || finds.getLast().end() < words.size()) {
            return true;
        }
        return words.getLast().length() < 3 && finds.getLast().length() == 1;
    }

    private boolean isUnknown(int at) {
        return terms.stream()
                .anyMatch(term -> term.isUnknown()
                        && term.position() <= at
                        && at < term.position() + term.words().size());
    }

    private void cutUnknownAt(int start) {
        if (!terms.isEmpty()) {
            var before = terms.getLast();
            int end = before.position() + before.words().size();
            if (end > start && before.isUnknown()) {
                terms.removeLast();
                unknown(before.position(), start);
            }
        }
    }

    private void markHead() {
        boolean english = terms.stream().filter(this::isThing).allMatch(this::isEnglish);
        Integer head = null;
        for (int i = 0; i < terms.size(); i++) {
            if (isThing(terms.get(i)) && (head == null || english && !isAfterPreposition(terms.get(i)))) {
                head = i;
            }
        }
        if (head != null) {
            terms.set(head, terms.get(head).asHead());
        }
    }

    private boolean isThing(Term term) {
        return term.meanings().stream().anyMatch(LexiconEntry::isWanted);
    }

    private boolean isEnglish(Term term) {
        var find = findAt(term.position());
        return find != null && find.english();
    }

    private boolean isAfterPreposition(Term term) {
        return words.subList(0, term.position()).stream()
                .map(VietnameseText::normalize)
                .anyMatch(AFTER_THE_THING::contains);
    }

    private @Nullable LexiconFind findAt(int position) {
        return finds.stream()
                .filter(find -> find.start() == position)
                .findFirst()
                .orElse(null);
    }
}
