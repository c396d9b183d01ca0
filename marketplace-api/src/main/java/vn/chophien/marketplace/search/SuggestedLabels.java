package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.vietnamese.VietnameseText;
import vn.chophien.vietnamese.VietnameseWords;

/**
 * The categories, shops and provinces that have listings, counted now and then and looked through in memory: what a keystroke
 * costs does not grow with the market.
 */
@Component
class SuggestedLabels {

    private static final int MOST_CATEGORIES = 500;
    private static final int MOST_SHOPS = 10_000;
    private static final int MOST_PLACES = 100;

    private final RecentAnswers<Language, Labels> labels;
    private final ListingIndexReader index;

    /** @param words of the name, folded */
    record Label(String value, String name, String folded, List<String> words) {

        static Label of(Facets.Choice choice) {
            var folded = VietnameseText.fold(choice.name());
            return new Label(choice.value(), choice.name(), folded, VietnameseWords.split(folded));
        }

        /** Whether every typed word begins a word of the name. */
        boolean isBegunBy(List<String> typed) {
            return typed.stream().allMatch(each -> words.stream().anyMatch(word -> word.startsWith(each)));
        }
    }

    /** Each list with what has most listings first. */
    record Labels(List<Label> categories, List<Label> shops, List<Label> places) {}

    SuggestedLabels(ListingIndexReader index, SearchSettings settings) {
        this.index = index;
        this.labels = new RecentAnswers<>(
                Language.values().length,
                settings,
                language -> index.search(request(language)).map(SuggestedLabels::read));
    }

    Mono<Labels> in(Language language) {
        return labels.of(language);
    }

    private SearchRequest request(Language language) {
        var tag = language.tag();
        return SearchRequest.of(search -> search.index(index.alias())
                .size(0)
                .trackTotalHits(total -> total.enabled(false))
                .timeout(index.timeout().toMillis() + "ms")
                .aggregations("categories", Facets.terms("category_facet_" + tag, MOST_CATEGORIES))
                .aggregations("shops", Facets.terms("shop_facet_" + tag, MOST_SHOPS))
                .aggregations("places", Facets.terms("province_facet_" + tag, MOST_PLACES)));
    }

    private static Labels read(SearchResponse<Void> found) {
        return new Labels(read(found, "categories"), read(found, "shops"), read(found, "places"));
    }

    private static List<Label> read(SearchResponse<Void> found, String name) {
        return Facets.labels(Objects.requireNonNull(found.aggregations().get(name))).stream()
                .map(Label::of)
                .toList();
    }
}
