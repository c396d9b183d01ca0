package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Collection;
import java.util.List;

/** The few kinds of queries that searches are made of. */
final class Clauses {

    private Clauses() {}

    static Query terms(String field, Collection<String> values) {
        return Query.of(query -> query.terms(terms -> terms.field(field)
                .terms(any -> any.value(values.stream().map(FieldValue::of).toList()))));
    }

    static Query term(String field, FieldValue value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    /** Every word of the text, anywhere in the field. */
    static Query all(String field, String text) {
        return Query.of(
                query -> query.match(match -> match.field(field).query(text).operator(Operator.And)));
    }

    static Query match(String field, String text, float boost) {
        return Query.of(
                query -> query.match(match -> match.field(field).query(text).boost(boost)));
    }

    static Query phrase(String field, String text) {
        return Query.of(query -> query.matchPhrase(phrase -> phrase.field(field).query(text)));
    }

    static Query fuzzy(String field, String text) {
        return Query.of(query -> query.match(match -> match.field(field)
                .query(text)
                .fuzziness("AUTO:3,7")
                .prefixLength(1)
                .maxExpansions(30)
                .operator(Operator.And)));
    }

    static Query prefix(String field, String text) {
        return Query.of(query ->
                query.matchBoolPrefix(prefix -> prefix.field(field).query(text).operator(Operator.And)));
    }

    /** Counts this much for whatever matches, however often its words occur. */
    static Query worth(float score, Query query) {
        return Query.of(
                outer -> outer.constantScore(constant -> constant.filter(query).boost(score)));
    }

    /** Of a keyword, in the form in which it is kept. */
    static Query startingWith(String field, String text) {
        return Query.of(query -> query.prefix(prefix -> prefix.field(field).value(text)));
    }

    static Query anyOf(List<Query> queries) {
        return queries.size() == 1
                ? queries.getFirst()
                : Query.of(query -> query.bool(bool -> bool.should(queries).minimumShouldMatch("1")));
    }

    /** Counts as much as the one that counts most. */
    static Query bestOf(List<Query> queries) {
        return Query.of(query -> query.disMax(best -> best.queries(queries)));
    }

    static Query allOf(List<Query> queries) {
        return queries.size() == 1 ? queries.getFirst() : Query.of(query -> query.bool(bool -> bool.filter(queries)));
    }

    static Query everything() {
        return Query.of(query -> query.matchAll(all -> all));
    }
}
