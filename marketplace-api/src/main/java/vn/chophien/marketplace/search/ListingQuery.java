package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import vn.chophien.marketplace.search.understanding.Reading;
import vn.chophien.vietnamese.VietnameseText;

/**
 * What is found for a buyer's words, and in which order.
 *
 * <p>Found is what speaks of every term and meets every demand; {@link Scope} narrows that to the thing itself. Order: a listing that is the thing comes before one that is made
 * of it or goes with it; then the typed words themselves, with their marks, in the name; among equals, a valid certificate,
 * what can be bought, what its buyers rate well, what is new. The criteria are published for buyers and sellers, and nobody can
 * buy a place: the page “How results are ranked” (locales, policies/ranking.md).
 */
final class ListingQuery {

    /** How much each measure of standing counts against the words: too little to lift a listing over a better match. */
    private static final float STANDING = 6;

    private static final float ITS_NUMBER = 500;
    private static final float SELLERS_KEYWORD = 30;
    private static final float NAMED_JUST_SO = 15;
    private static final float MEETS_EVERYTHING = 70;
    private static final float SPEAKS_OF_EVERYTHING = 30;
    private static final float CERTIFIED = 1.5f;
    private static final float NEW = 0.5f;
    private static final int NEW_DAYS = 60;

    private static final Pattern LETTER_BESIDE_DIGIT = Pattern.compile("(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

    /** How much of what words speak of is found. */
    enum Scope {
        SPEAKS_OF_IT,

        /** What is made of the thing, or only goes with it, is left out: no other order than by relevance puts it behind. */
        IS_IT;

        static Scope of(SearchSort sort, Reading reading) {
            return sort == SearchSort.RELEVANCE || reading.head() == null ? SPEAKS_OF_IT : IS_IT;
        }
    }

    private final Reading reading;
    private final LocalDate today;

    ListingQuery(Reading reading, LocalDate today) {
        this.reading = reading;
        this.today = today;
    }

    Query exact(Scope scope) {
        var found = everything();
        var head = reading.head();
        if (scope == Scope.IS_IT && head != null) {
            found.add(TermQuery.isIt(head));
        }
        var alternatives = new ArrayList<Query>();
        if (!found.isEmpty()) {
            alternatives.add(Clauses.allOf(found));
        }
        alternatives.add(number());
        if (scope == Scope.SPEAKS_OF_IT
                && reading.demands().isEmpty()
                && reading.terms().size() > 1) {
            alternatives.add(namedJustSo());
        }
        return standing(Query.of(query ->
                query.bool(bool -> bool.filter(Clauses.anyOf(alternatives)).should(order()))));
    }

    /** All the words side by side in a name, with their marks if any were typed: the dictionary may part them otherwise than they were meant. */
    private Query namedJustSo() {
        var text = String.join(" ", reading.words());
        return Clauses.phrase(VietnameseText.hasMarks(text) ? "name_vi" : "name_vi.folded", text);
    }

    private List<Query> everything() {
        var found = new ArrayList<Query>();
        reading.terms().forEach(term -> found.add(TermQuery.found(term)));
        reading.demands().forEach(demand -> found.add(DemandQuery.met(demand, today)));
        return found;
    }

    /**
     * For what finds too little: listings of the same kind that miss a demand, things of a kindred kind, names that are written
     * nearly so. What has everything comes first here as well.
     */
    Query nearest() {
        var ways = new ArrayList<Query>();
        boolean headed = reading.head() != null;
        reading.terms().stream()
                .filter(term ->
                        !headed || !term.isUnknown()) // letters that resemble those of a name say little beside a thing
                .forEach(term -> ways.addAll(TermQuery.nearly(term)));
        if (reading.terms().isEmpty()) {
            ways.add(Clauses.everything());
        }
        var parts = new ArrayList<Query>();
        reading.terms().forEach(term -> parts.addAll(TermQuery.closeness(term)));
        reading.demands().forEach(demand -> parts.addAll(DemandQuery.closeness(demand, today)));
        parts.addAll(order());
        var everything = everything();
        if (everything.size() > 1) {
            parts.add(Clauses.worth(MEETS_EVERYTHING, Clauses.allOf(theThing(everything))));
            parts.add(Clauses.worth(SPEAKS_OF_EVERYTHING, Clauses.allOf(everything)));
        }
        return standing(Query.of(
                query -> query.bool(bool -> bool.filter(Clauses.anyOf(ways)).should(parts))));
    }

    /** A jar for liquor from there speaks of everything, and is still no liquor. */
    private List<Query> theThing(List<Query> everything) {
        var head = reading.head();
        if (head == null) {
            return everything;
        }
        var all = new ArrayList<>(everything);
        all.add(Clauses.terms("kinds", head.ids()));
        return all;
    }

    /** The words as somebody's number of her goods, in letters of any size; with the hyphens that typists leave out. */
    private Query number() {
        return number(reading.text(), reading.words());
    }

    static Query number(String text, List<String> words) {
        var parted = LETTER_BESIDE_DIGIT.matcher(text).replaceAll("-");
        return Clauses.terms("sku", new LinkedHashSet<>(List.of(text, String.join("-", words), parted)));
    }

    private List<Query> order() {
        var parts = new ArrayList<Query>();
        reading.terms().forEach(term -> parts.addAll(TermQuery.order(term)));
        reading.demands().forEach(demand -> parts.addAll(DemandQuery.order(demand)));
        var text = String.join(" ", reading.words());
        if (!text.isEmpty()) {
            // Marks make words Vietnamese, and only then say which of those that are written alike is meant.
            parts.add(Clauses.match(VietnameseText.hasMarks(text) ? "name_vi" : "name_en", text, 0.6f));
            parts.add(Clauses.match("name_vi.folded", text, 0.6f));
            parts.add(Clauses.match("name_vi.bigrams", text, 0.8f));
        }
        if (reading.words().size() > 1) {
            parts.add(Clauses.worth(SELLERS_KEYWORD, Clauses.phrase("keywords.folded", text)));
            parts.add(Clauses.worth(NAMED_JUST_SO, Clauses.phrase("name_vi.folded", text)));
        }
        parts.add(Clauses.worth(ITS_NUMBER, number()));
        parts.add(Clauses.worth(CERTIFIED, SearchFilters.certified(today)));
        parts.add(Clauses.worth(
                NEW,
                Query.of(query -> query.range(range -> range.date(date ->
                        date.field("created_at").gte(today.minusDays(NEW_DAYS).toString()))))));
        return parts;
    }

    private static Query standing(Query text) {
        return Query.of(query -> query.functionScore(score -> score.query(text)
                .functions(function -> function.fieldValueFactor(factor ->
                        factor.field("standing").factor((double) STANDING).missing(0.5)))
                .boostMode(FunctionBoostMode.Sum)));
    }
}
