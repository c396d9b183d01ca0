package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.ListingCards;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.search.SuggestedLabels.Label;
import vn.chophien.marketplace.search.SuggestedLabels.Labels;
import vn.chophien.marketplace.search.understanding.QueryReader;
import vn.chophien.marketplace.search.understanding.Term;
import vn.chophien.vietnamese.VietnameseText;
import vn.chophien.vietnamese.VietnameseWords;

/**
 * Completes what is being typed, from the first letter on: what the words name or begin to name in the dictionary, whatever the
 * listing is called, and names in which every typed word begins a word. Nothing of that: the same for the words as probably meant.
 */
@Component
class SearchSuggestion {

    private static final float IS_THE_THING = 10;
    private static final float NAMES_IT = 6;
    private static final float BEGINS = 4;
    private static final float WITH_ITS_MARKS = 4;
    private static final float IN_ITS_LANGUAGE = 1;

    /** Far more than the beginnings of everything that is sold in a province; some megabytes. */
    private static final int MOST = 10_000;

    private final ListingIndexReader index;
    private final ListingCards cards;
    private final SuggestedLabels labels;
    private final QueryReader reader;
    private final RecentAnswers<Typed, Begun> recent;

    SearchSuggestion(
            ListingIndexReader index,
            ListingCards cards,
            SuggestedLabels labels,
            QueryReader reader,
            SearchSettings settings) {
        this.index = index;
        this.cards = cards;
        this.labels = labels;
        this.reader = reader;
        this.recent = new RecentAnswers<>(MOST, settings, this::begin);
    }

    /** What is in the field, of which only so many are wanted. */
    private record Typed(SearchText text, int size, Language language) {}

    /** Which products it begins, best first, and how it was read. Everybody begins with the same letters, and they find most. */
    private record Begun(SearchText read, List<ListingId> products) {}

    Mono<Suggestions> suggest(SearchText text, int size, Language language) {
        if (text.isEmpty()) {
            return Mono.just(Suggestions.NONE);
        }
        return find(text, size, language)
                .flatMap(found ->
                        found.isEmpty() ? meant(text, size, language).defaultIfEmpty(found) : Mono.just(found));
    }

    private Mono<Suggestions> meant(SearchText text, int size, Language language) {
        return Mono.justOrEmpty(reader.correct(reader.read(text.typed())))
                .flatMap(better -> find(SearchText.of(better), size, language));
    }

    private Mono<Suggestions> find(SearchText text, int size, Language language) {
        return Mono.zip(recent.of(new Typed(text, size, language)), labels.in(language))
                .flatMap(both -> products(both.getT1().products(), language)
                        .map(products ->
                                together(products, both.getT2(), both.getT1().read(), size)));
    }

    private static Suggestions together(List<Suggestions.Product> products, Labels labels, SearchText read, int size) {
        return new Suggestions(
                products,
                begun(labels.categories(), read, size)
                        .map(label -> new Suggestions.Category(label.value(), label.name()))
                        .toList(),
                begun(labels.shops(), read, size)
                        .map(label -> new Suggestions.Shop(label.value(), label.name()))
                        .toList(),
                begun(labels.places(), read, size)
                        .map(label -> new Suggestions.Place(label.value(), label.name()))
                        .toList());
    }

    /** As they are sold now: names and prices are never remembered. */
    private Mono<List<Suggestions.Product>> products(List<ListingId> ids, Language language) {
        return cards.findAll(ids, language).map(Suggestions.Product::from).collectList();
    }

    private Mono<Begun> begin(Typed typed) {
        var reading = reader.read(typed.text().typed());
        var read = reading.decoded() ? SearchText.of(reading.text()) : typed.text();
        return ids(read, reading.terms(), typed.size(), typed.language()).map(ids -> new Begun(read, ids));
    }

    private Mono<List<ListingId>> ids(SearchText text, List<Term> terms, int size, Language language) {
        var request = SearchRequest.of(search -> search.index(index.alias())
                .size(size)
                .trackTotalHits(total -> total.enabled(false))
                .source(source -> source.fetch(false))
                .query(query(text, terms, language))
                .sort(sort -> sort.score(score -> score.order(SortOrder.Desc)))
                .sort(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc)))
                .timeout(index.timeout().toMillis() + "ms"));
        return index.search(request)
                .map(found -> found.hits().hits().stream()
                        .map(hit -> ListingId.parse(Objects.requireNonNull(hit.id())))
                        .toList());
    }

    /** All weights are constants: how often a letter begins a word in this market says nothing. */
    private static Query query(SearchText text, List<Term> terms, Language language) {
        var ways = new ArrayList<Query>();
        for (var tongue : Language.values()) {
            float own = tongue == language ? IN_ITS_LANGUAGE : 0;
            ways.add(Clauses.worth(BEGINS + own, Clauses.prefix("name_" + tongue.tag() + ".prefix", text.text())));
        }
        if (text.hasMarks()) {
            ways.add(Clauses.worth(WITH_ITS_MARKS, Clauses.prefix("name_vi", text.text())));
        }
        if (!terms.isEmpty() && terms.stream().noneMatch(Term::isUnknown)) {
            ways.add(Clauses.worth(NAMES_IT, Clauses.allOf(in("name_words", terms))));
            var head = terms.stream().filter(Term::head).toList();
            if (!head.isEmpty()) {
                var rest = terms.stream().filter(term -> !term.head()).toList();
                ways.add(Clauses.worth(
                        IS_THE_THING,
                        Clauses.allOf(Stream.concat(in("kinds", head).stream(), in("name_words", rest).stream())
                                .toList())));
            }
        }
        return Query.of(query -> query.functionScore(score -> score.query(Clauses.anyOf(ways))
                .functions(function -> function.fieldValueFactor(
                        factor -> factor.field("standing").missing(0.5)))
                .boostMode(FunctionBoostMode.Sum)));
    }

    private static List<Query> in(String field, List<Term> terms) {
        return terms.stream().map(term -> Clauses.terms(field, term.ids())).toList();
    }

    /** Those whose name begins with the text come first; among equals, those with most listings. */
    private static Stream<Label> begun(List<Label> labels, SearchText text, int size) {
        var folded = VietnameseText.fold(text.text());
        var typed = VietnameseWords.split(folded);
        return labels.stream()
                .filter(label -> label.isBegunBy(typed))
                .sorted(Comparator.comparing(label -> !label.folded().startsWith(folded)))
                .limit(size);
    }
}
