package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.chophien.marketplace.search.understanding.Term;
import vn.chophien.vietnamese.LexiconEntry;
import vn.chophien.vietnamese.VietnameseText;

/** How a listing speaks of a term. Words of the lexicon are looked up whole; other words by their letters. */
final class TermQuery {

    private static final float IS_THE_THING = 60;
    private static final float NAMED = 25;
    private static final float SPOKEN_OF = 10;
    private static final float SAME_WORDS = 14;
    private static final float SAME_LETTERS = 6;
    private static final float BEGINS = 10;
    private static final float PROPERTY = 40;
    private static final float KINDRED = 20;
    private static final float SAME_FAMILY = 6;
    private static final float OF_A_KINDRED = 8;

    /** What is wanted for giving: gift boxes, and whatever its seller says is a present. */
    private static final String GIFT = "quà tặng";

    private TermQuery() {}

    /** Whether a listing speaks of the term at all. */
    static Query found(Term term) {
        var ways = new ArrayList<Query>();
        if (!term.isUnknown()) {
            ways.addAll(known("words", term));
        }
        if (term.isUnknown() || term.words().size() > 1 || term.isProperty() || term.loose()) {
            ways.addAll(byLetters(term));
        }
        if (term.head() && isGift(term)) {
            ways.add(Clauses.term("tags", FieldValue.of(SearchFilters.GIFT)));
        }
        return Clauses.anyOf(ways);
    }

    /** Whether a listing is what the term names, not only made of it. */
    static Query isIt(Term term) {
        var itself = Clauses.terms("kinds", term.ids());
        return isGift(term)
                ? Clauses.anyOf(List.of(itself, Clauses.term("tags", FieldValue.of(SearchFilters.GIFT))))
                : itself;
    }

    private static List<Query> known(String field, Term term) {
        var queries = new ArrayList<Query>();
        queries.add(Clauses.terms(field, term.ids()));
        if (term.meanings().stream().anyMatch(entry -> entry.is(LexiconEntry.Kind.FAMILY))) {
            queries.add(Clauses.terms("kinds", term.ids()));
        }
        return queries;
    }

    /** Typed marks are kept, typed words stay side by side. */
    private static List<Query> byLetters(Term term) {
        var text = term.text();
        var ways = new ArrayList<Query>();
        boolean marked = isMarked(term);
        var field = marked ? "all_vi" : "all_vi.folded";
        var name = marked ? "name_vi" : "name_vi.folded";
        if (isKnownThing(term)) {
            // Its words apart from each other are others, “Cà chua … Ea Phê”, and a category is named for all that lies
            // in it.
            ways.add(Clauses.phrase(name, text));
            if (!term.parts().isEmpty()) {
                ways.add(apart(term, marked));
            }
        } else if (term.words().size() > 1) {
            ways.add(Clauses.allOf(List.of(Clauses.all(field, text), Clauses.all("all_vi.bigrams", text))));
            if (term.isUnknown()) {
                ways.add(Clauses.all(name, text));
                ways.add(Clauses.all("description_vi.bigrams", text));
            }
            if (!term.parts().isEmpty()) {
                ways.add(apart(term, marked));
            }
        } else {
            ways.add(Clauses.all(field, text));
        }
        if (!marked) {
            ways.add(isKnownThing(term) ? Clauses.phrase("name_en", text) : Clauses.all("all_en", text));
        }
        if (isUnfinished(term)) {
            ways.add(beginsInName(term));
            if (!marked) {
                ways.add(Clauses.prefix("name_en.prefix", text));
            }
        }
        return ways;
    }

    /** What is typed last may be the beginning of a word. */
    private static boolean isUnfinished(Term term) {
        return term.last() && (term.isUnknown() || term.loose());
    }

    private static Query beginsInName(Term term) {
        return Clauses.prefix(isMarked(term) ? "name_vi" : "name_vi.prefix", term.text());
    }

    /** Both words stand in the name, and as things: the “Quế” of a place makes no “bánh quế” of a cake. */
    private static Query apart(Term term, boolean marked) {
        var all = new ArrayList<Query>();
        all.add(Clauses.all(marked ? "name_vi" : "name_vi.folded", term.text()));
        term.parts().forEach(part -> all.add(Clauses.terms("name_words", part)));
        return Clauses.allOf(all);
    }

    /** Listings that are this thing, or made of it, say so in words of the lexicon: its letters only help where those were read otherwise. */
    private static boolean isKnownThing(Term term) {
        return !term.isUnknown() && !term.isProperty() && !term.loose();
    }

    private static boolean isGift(Term term) {
        return term.meanings().stream()
                .anyMatch(entry -> entry.id().equals(GIFT) || entry.wider().contains(GIFT));
    }

    /** Words that are no syllables of Vietnamese are names or foreign, and everybody marks and parts those otherwise: “R'Lấp”, “Rlấp”. */
    private static boolean isMarked(Term term) {
        return (VietnameseText.hasMarks(term.text()) || isMeantWithout(term))
                && term.words().stream().allMatch(VietnameseText::isSyllable);
    }

    /** The “dong” of “lá dong” is no “Đồng”; a letter or two may still get their marks. */
    private static boolean isMeantWithout(Term term) {
        return term.marked()
                && term.isUnknown()
                && term.words().size() == 1
                && term.text().length() > 2;
    }

    static List<Query> order(Term term) {
        var parts = new ArrayList<Query>();
        if (!term.isUnknown()) {
            if (term.head()) {
                parts.add(Clauses.worth(IS_THE_THING, Clauses.terms("kinds", term.ids())));
            }
            parts.add(Clauses.worth(NAMED, Clauses.terms("name_words", term.ids())));
        }
        var text = term.text();
        boolean marked = VietnameseText.hasMarks(text);
        if (term.words().size() > 1 || term.isUnknown() || term.isProperty() || marked) {
            parts.add(Clauses.worth(SAME_WORDS, Clauses.phrase(marked ? "name_vi" : "name_vi.folded", text)));
            parts.add(Clauses.worth(SAME_LETTERS, Clauses.phrase("keywords.folded", text)));
            if (!marked) {
                parts.add(Clauses.worth(SAME_WORDS, Clauses.phrase("name_en", text)));
            }
        }
        if (isUnfinished(term)) {
            parts.add(Clauses.worth(BEGINS, beginsInName(term)));
        }
        if (term.isUnknown()) {
            parts.add(Clauses.worth(SAME_LETTERS, Clauses.all(marked ? "all_vi" : "all_vi.folded", text)));
        }
        return parts;
    }

    /** What comes near the term, for when too little is found. */
    static List<Query> nearly(Term term) {
        if (term.isProperty()) {
            return List.of();
        }
        var ways = new ArrayList<Query>();
        if (term.isUnknown()) {
            ways.add(Clauses.fuzzy("all_vi.folded", term.text()));
            ways.add(Clauses.fuzzy("all_en", term.text()));
            ways.add(Clauses.match("name_vi.bigrams", term.text(), 1));
        } else {
            ways.add(term.loose() ? Clauses.terms("words", term.ids()) : found(term));
            ways.add(Clauses.terms("kinds", kindred(term)));
        }
        return ways;
    }

    static List<Query> closeness(Term term) {
        if (term.isUnknown()) {
            return List.of(
                    Clauses.worth(SPOKEN_OF, Clauses.fuzzy("all_vi.folded", term.text())),
                    Clauses.worth(NAMED, Clauses.fuzzy("name_vi.folded", term.text())),
                    Clauses.worth(NAMED, Clauses.fuzzy("name_en", term.text())));
        }
        var parts = new ArrayList<Query>();
        parts.add(Clauses.worth(
                term.isProperty() ? PROPERTY : NAMED, term.loose() ? Clauses.terms("words", term.ids()) : found(term)));
        var nearest = nearestWider(term);
        if (!nearest.isEmpty()) {
            parts.add(Clauses.worth(KINDRED, Clauses.terms("kinds", nearest)));
            parts.add(Clauses.worth(KINDRED, Clauses.terms("kinds", wider(term))));
            parts.add(Clauses.worth(OF_A_KINDRED, Clauses.terms("words", nearest)));
        }
        var families = families(term);
        if (!families.isEmpty()) {
            parts.add(Clauses.worth(SAME_FAMILY, Clauses.terms("kinds", families)));
        }
        return parts;
    }

    private static Set<String> kindred(Term term) {
        Set<String> ids = new LinkedHashSet<>(term.ids());
        ids.addAll(wider(term));
        if (term.head()) {
            ids.addAll(families(term));
        }
        return ids;
    }

    private static Set<String> wider(Term term) {
        Set<String> ids = new LinkedHashSet<>();
        term.meanings().forEach(entry -> ids.addAll(entry.wider()));
        return ids;
    }

    private static Set<String> nearestWider(Term term) {
        Set<String> ids = new LinkedHashSet<>();
        term.meanings().stream()
                .flatMap(entry -> entry.wider().stream().limit(1))
                .forEach(ids::add);
        return ids;
    }

    private static Set<String> families(Term term) {
        Set<String> ids = new LinkedHashSet<>();
        term.meanings().stream()
                .map(LexiconEntry::family)
                .filter(family -> !family.isEmpty())
                .forEach(ids::add);
        return ids;
    }
}
