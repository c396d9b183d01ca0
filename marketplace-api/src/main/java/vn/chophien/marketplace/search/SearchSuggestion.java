package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
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
import vn.chophien.marketplace.search.Facets.Choice;
import vn.chophien.vietnamese.VietnameseText;

/** Completes what is being typed, from the first letter on: every word typed so far begins a word of what is suggested. */
@Component
class SearchSuggestion {

    private static final int LABELS_LOOKED_AT = 50;

    private final ListingIndexReader index;
    private final ListingCards cards;

    SearchSuggestion(ListingIndexReader index, ListingCards cards) {
        this.index = index;
        this.cards = cards;
    }

    Mono<Suggestions> suggest(SearchText text, int size, Language language) {
        if (text.isEmpty()) {
            return Mono.just(Suggestions.NONE);
        }
        return index.search(request(text, size, language)).flatMap(found -> {
            var ids = found.hits().hits().stream()
                    .map(hit -> ListingId.parse(Objects.requireNonNull(hit.id())))
                    .toList();
            return cards.findAll(ids, language)
                    .map(Suggestions.Product::from)
                    .collectList()
                    .map(products -> new Suggestions(
                            products,
                            labels(found, "categories", text, size)
                                    .map(choice -> new Suggestions.Category(choice.value(), choice.name()))
                                    .toList(),
                            labels(found, "shops", text, size)
                                    .map(choice -> new Suggestions.Shop(choice.value(), choice.name()))
                                    .toList(),
                            labels(found, "places", text, size)
                                    .map(choice -> new Suggestions.Place(choice.value(), choice.name()))
                                    .toList()));
        });
    }

    private SearchRequest request(SearchText text, int size, Language language) {
        var tag = language.tag();
        return SearchRequest.of(search -> search.index(index.alias())
                .size(size)
                .trackTotalHits(total -> total.enabled(false))
                .source(source -> source.fetch(false))
                .query(products(text, language))
                .sort(sort -> sort.score(score -> score.order(SortOrder.Desc)))
                .sort(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc)))
                .timeout(index.timeout().toMillis() + "ms")
                .aggregations(
                        "all",
                        all -> all.global(global -> global)
                                .aggregations(
                                        "categories", labels("category_names_" + tag, "category_facet_" + tag, text))
                                .aggregations("shops", labels("shop_name_" + tag, "shop_facet_" + tag, text))
                                .aggregations("places", labels("province_name_vi", "province_facet_" + tag, text))));
    }

    private static Query products(SearchText text, Language language) {
        var ways = new ArrayList<Query>();
        ways.add(begins("name_vi.prefix", text, language == Language.VI ? 2 : 1));
        ways.add(begins("name_en.prefix", text, language == Language.EN ? 2 : 1));
        var named = new ArrayList<Query>();
        if (text.hasMarks()) {
            named.add(begins("name_vi", text, 10));
        }
        return Query.of(query -> query.functionScore(score -> score.query(matched ->
                        matched.bool(bool -> bool.must(must -> must.disMax(best -> best.queries(ways)))
                                .should(named)))
                .functions(function -> function.fieldValueFactor(
                        factor -> factor.field("standing").missing(0.5)))
                .boostMode(FunctionBoostMode.Sum)));
    }

    private static Aggregation labels(String field, String facet, SearchText text) {
        return Facets.narrowed(begins(field + ".prefix", text, 1), Facets.terms(facet, LABELS_LOOKED_AT));
    }

    private static Query begins(String field, SearchText text, float boost) {
        return Query.of(query -> query.matchBoolPrefix(prefix ->
                prefix.field(field).query(text.text()).operator(Operator.And).boost(boost)));
    }

    /** A listing brings the labels of all its categories along; only those that were typed are kept. */
    private static Stream<Choice> labels(SearchResponse<Void> found, String name, SearchText text, int size) {
        var all =
                Objects.requireNonNull(found.aggregations().get("all")).global().aggregations();
        return Facets.labels(Facets.within(Objects.requireNonNull(all.get(name)))).stream()
                .filter(choice -> beginsWordsOf(choice.name(), text))
                .sorted(Comparator.comparing(
                        choice -> !VietnameseText.fold(choice.name()).startsWith(text.folded())))
                .limit(size);
    }

    static boolean beginsWordsOf(String name, SearchText text) {
        List<String> words = SearchText.of(VietnameseText.fold(name)).words();
        return SearchText.of(text.folded()).words().stream()
                .allMatch(typed -> words.stream().anyMatch(word -> word.startsWith(typed)));
    }
}
