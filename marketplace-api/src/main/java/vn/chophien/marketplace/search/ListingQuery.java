package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.SpanQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.chophien.locales.Language;
import vn.chophien.vietnamese.VietnameseText;

/**
 * What is found for a text, and in which order.
 *
 * <p>Found is a listing that has every word among what it is called (name, keywords, category, ingredients, shop, place), or
 * the words side by side in its description. Order: what has the typed marks comes before what only folds to the same
 * letters; then the name counts most, words side by side more than apart; among equals, listings that stand well.
 */
final class ListingQuery {

    /** Larger than the sum of all other parts for an ordinary query, so that typed marks decide first. */
    private static final float TYPED_MARKS = 100;

    private ListingQuery() {}

    static Query exact(SearchText text, Language language) {
        var found = BoolQuery.of(bool -> bool.should(called(text)).minimumShouldMatch("1"));
        return standing(Query.of(query -> query.bool(bool -> bool.filter(filter -> filter.bool(found))
                .should(order(text, language))
                .should(typedMarks(text))
                .minimumShouldMatch("0"))));
    }

    /** For a text that finds nothing: allows for slips of the keyboard, words too many, and a last word half typed. */
    static Query nearest(SearchText text, Language language) {
        var candidates = new ArrayList<Query>();
        candidates.add(fuzzy("all_vi.folded", text));
        candidates.add(fuzzy("all_en", text));
        candidates.add(Query.of(query -> query.matchBoolPrefix(prefix -> prefix.field("name_vi.prefix")
                .query(text.text())
                .operator(Operator.And)
                .boost(4f))));
        candidates.add(Query.of(query -> query.matchBoolPrefix(prefix -> prefix.field("name_en.prefix")
                .query(text.text())
                .operator(Operator.And)
                .boost(4f))));
        if (text.isPhrase()) {
            candidates.add(match("all_vi.bigrams", text, 6, "50%"));
        }
        return standing(Query.of(query -> query.bool(bool -> bool.must(
                        must -> must.bool(found -> found.should(candidates).minimumShouldMatch("1")))
                .should(order(text, language)))));
    }

    private static List<Query> called(SearchText text) {
        var ways = new ArrayList<Query>();
        ways.add(text.isPhrase() ? together(text) : matchAll("all_vi.folded", text));
        ways.add(matchAll("all_en", text));
        ways.add(Query.of(
                query -> query.term(term -> term.field("sku").value(text.text()).caseInsensitive(true))));
        ways.add(Query.of(query -> query.term(
                term -> term.field("sku").value(String.join("-", text.words())).caseInsensitive(true))));
        if (text.isPhrase()) {
            ways.add(matchAll("description_vi.bigrams", text));
            ways.add(Query.of(query ->
                    query.matchPhrase(phrase -> phrase.field("description_en").query(text.text()))));
        }
        return ways;
    }

    /**
     * Every word somewhere, and some of them side by side or all in one field: syllables that are scattered over name, place
     * and shop are not the word that was typed.
     */
    private static Query together(SearchText text) {
        return Query.of(query -> query.bool(bool -> bool.must(matchAll("all_vi.folded", text))
                .should(match("all_vi.bigrams", text, 1))
                .should(matchAll("name_vi.folded", text))
                .should(matchAll("keywords.folded", text))
                .should(matchAll("ingredients_vi.folded", text))
                .minimumShouldMatch("1")));
    }

    /** A Vietnamese name begins with what the thing is: “cà phê bột” is a coffee, “trà vỏ cà phê” a tea. */
    private static List<Query> begins(SearchText text, float boost) {
        var words = Arrays.stream(text.folded().split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        var beginnings = new ArrayList<Query>();
        if (!words.isEmpty()) {
            beginnings.add(begins(words, words.size(), 8 * boost));
            beginnings.add(begins(words, words.size() + 1, 3 * boost));
            beginnings.add(begins(words.subList(0, 1), 1, 3 * boost));
        }
        return beginnings;
    }

    private static Query begins(List<String> words, int within, float boost) {
        var spans = words.stream()
                .map(word -> SpanQuery.of(span ->
                        span.spanTerm(term -> term.field("name_vi.folded").value(word))))
                .toList();
        var phrase = spans.size() == 1
                ? spans.getFirst()
                : SpanQuery.of(span ->
                        span.spanNear(near -> near.clauses(spans).slop(0).inOrder(true)));
        return Query.of(query -> query.constantScore(constant -> constant.filter(
                        filter -> filter.spanFirst(first -> first.match(phrase).end(within)))
                .boost(boost)));
    }

    private static List<Query> order(SearchText text, Language language) {
        float vietnamese = language == Language.VI ? 1 : 0.5f;
        float english = language == Language.EN ? 1 : 0.5f;
        var parts = new ArrayList<>(begins(text, vietnamese));
        parts.add(match("name_vi.folded", text, 3 * vietnamese));
        parts.add(match("keywords.folded", text, 1.5f));
        parts.add(match("category_names_vi.folded", text, 1.5f * vietnamese));
        parts.add(match("ingredients_vi.folded", text, vietnamese));
        parts.add(match("province_name_vi.folded", text, 1));
        parts.add(match("commune_name.folded", text, 0.7f));
        parts.add(match("shop_name_vi.folded", text, 0.7f));
        parts.add(match("name_en", text, 3 * english));
        parts.add(match("category_names_en", text, 1.5f * english));
        parts.add(match("ingredients_en", text, english));
        if (text.isPhrase()) {
            parts.add(match("name_vi.bigrams", text, 4 * vietnamese));
            parts.add(match("all_vi.bigrams", text, 2 * vietnamese));
            parts.add(phrase("name_en", text, 4 * english));
        }
        if (text.hasMarks()) {
            parts.add(match("name_vi", text, 3));
            parts.add(match("keywords", text, 1.5f));
        }
        return parts;
    }

    /** Every word with marks as it was typed, every word without marks with any: half typed marks are honored too. */
    private static List<Query> typedMarks(SearchText text) {
        if (!text.hasMarks()) {
            return List.of();
        }
        var inName = new ArrayList<Query>();
        var anywhere = new ArrayList<Query>();
        for (var word : text.words()) {
            var marked = VietnameseText.hasMarks(word) ? "" : ".folded";
            inName.add(Query.of(query ->
                    query.match(match -> match.field("name_vi" + marked).query(word))));
            anywhere.add(Query.of(
                    query -> query.match(match -> match.field("all_vi" + marked).query(word))));
        }
        return List.of(allOf(inName, TYPED_MARKS), allOf(anywhere, TYPED_MARKS));
    }

    private static Query allOf(List<Query> words, float score) {
        return Query.of(query -> query.constantScore(constant ->
                constant.filter(filter -> filter.bool(bool -> bool.must(words))).boost(score)));
    }

    private static Query matchAll(String field, SearchText text) {
        return Query.of(query ->
                query.match(match -> match.field(field).query(text.text()).operator(Operator.And)));
    }

    private static Query match(String field, SearchText text, float boost) {
        return Query.of(query ->
                query.match(match -> match.field(field).query(text.text()).boost(boost)));
    }

    private static Query match(String field, SearchText text, float boost, String atLeast) {
        return Query.of(query -> query.match(
                match -> match.field(field).query(text.text()).boost(boost).minimumShouldMatch(atLeast)));
    }

    private static Query phrase(String field, SearchText text, float boost) {
        return Query.of(query -> query.matchPhrase(
                phrase -> phrase.field(field).query(text.text()).boost(boost)));
    }

    private static Query fuzzy(String field, SearchText text) {
        return Query.of(query -> query.match(match -> match.field(field)
                .query(text.text())
                .fuzziness("AUTO:3,7")
                .prefixLength(1)
                .maxExpansions(30)
                .minimumShouldMatch("2<70%")));
    }

    private static Query standing(Query text) {
        return Query.of(query -> query.functionScore(score -> score.query(text)
                .functions(function -> function.fieldValueFactor(
                        factor -> factor.field("standing").factor(6d).missing(0.5)))
                .boostMode(FunctionBoostMode.Sum)));
    }
}
