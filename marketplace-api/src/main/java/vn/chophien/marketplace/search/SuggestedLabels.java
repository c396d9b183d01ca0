package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.vietnamese.VietnameseWords;
import vn.chophien.vietnamese.WordForms;

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

    /** @param words of the name that tell it from others */
    record Label(String value, String name, List<WordForms> words) {

        static Label of(String value, String name) {
            return new Label(value, name, forms(VietnameseWords.split(name)));
        }

        static Label ofShop(String value, String name) {
            return new Label(value, name, forms(ShopWords.own(name)));
        }

        /** Whether every typed word begins a word of the name. */
        boolean isBegunBy(List<TypedWord> typed) {
            return typed.stream().allMatch(each -> words.stream().anyMatch(each::begins));
        }

        /** Whether the typed words begin the name in their order. */
        boolean beginsWith(List<TypedWord> typed) {
            return typed.size() <= words.size()
                    && IntStream.range(0, typed.size())
                            .allMatch(at -> typed.get(at).begins(words.get(at)));
        }

        private static List<WordForms> forms(List<String> words) {
            return words.stream().map(WordForms::of).toList();
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
        return new Labels(
                read(found, "categories", Label::of),
                read(found, "shops", Label::ofShop),
                read(found, "places", Label::of));
    }

    private static List<Label> read(SearchResponse<Void> found, String name, BiFunction<String, String, Label> label) {
        return Facets.labels(Objects.requireNonNull(found.aggregations().get(name))).stream()
                .map(choice -> label.apply(choice.value(), choice.name()))
                .toList();
    }
}
