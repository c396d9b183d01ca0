package vn.chophien.marketplace.search;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.ListingCards;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.search.SuggestedLabels.Label;
import vn.chophien.marketplace.search.SuggestedLabels.Labels;
import vn.chophien.marketplace.search.SuggestedProducts.Begun;
import vn.chophien.marketplace.search.understanding.QueryReader;
import vn.chophien.vietnamese.VietnameseWords;

/**
 * Completes what is being typed, from the first letter on: products, categories, shops and places. Nothing of that: the same for the
 * words as probably meant; else what a search for them offers.
 */
@Component
class SearchSuggestion {

    private final SuggestedProducts products;
    private final SuggestedPlaces places;
    private final SuggestedLabels labels;
    private final ListingCards cards;
    private final QueryReader reader;

    SearchSuggestion(
            SuggestedProducts products,
            SuggestedPlaces places,
            SuggestedLabels labels,
            ListingCards cards,
            QueryReader reader) {
        this.products = products;
        this.places = places;
        this.labels = labels;
        this.cards = cards;
        this.reader = reader;
    }

    Mono<Suggestions> suggest(SearchText text, int size, Language language) {
        if (text.isEmpty()) {
            return Mono.just(Suggestions.NONE);
        }
        return find(text, size, language)
                .filter(found -> !found.isEmpty())
                .switchIfEmpty(Mono.defer(() -> meant(text, size, language)))
                .switchIfEmpty(Mono.defer(() -> nearest(text, size, language)));
    }

    private Mono<Suggestions> meant(SearchText text, int size, Language language) {
        return Mono.justOrEmpty(reader.correct(reader.read(text.typed())))
                .flatMap(better -> find(SearchText.of(better), size, language))
                .filter(found -> !found.isEmpty());
    }

    private Mono<Suggestions> nearest(SearchText text, int size, Language language) {
        return products.nearest(text, size, language)
                .flatMap(ids -> asSold(ids, language))
                .map(found -> new Suggestions(found, List.of(), List.of(), List.of()));
    }

    private Mono<Suggestions> find(SearchText text, int size, Language language) {
        return Mono.zip(products.begunBy(text, size, language), labels.in(language))
                .flatMap(both -> asSold(both.getT1().products(), language)
                        .map(sold -> together(sold, both.getT2(), both.getT1(), size)));
    }

    private Suggestions together(List<Suggestions.Product> sold, Labels labels, Begun begun, int size) {
        var words = VietnameseWords.split(begun.read().text());
        return new Suggestions(
                sold,
                begun(labels.categories(), words, size)
                        .map(label -> new Suggestions.Category(label.value(), label.name()))
                        .toList(),
                begun(labels.shops(), ShopWords.own(begun.read().text()), size)
                        .map(label -> new Suggestions.Shop(label.value(), label.name()))
                        .toList(),
                places.begunBy(begun.read(), begun.reading(), labels.places(), size));
    }

    /** As they are sold now: names and prices are never remembered. */
    private Mono<List<Suggestions.Product>> asSold(List<ListingId> ids, Language language) {
        return cards.findAll(ids, language).map(Suggestions.Product::from).collectList();
    }

    /** Those whose name begins with the words come first; among equals, those with most listings. */
    static Stream<Label> begun(List<Label> labels, List<String> words, int size) {
        var typed = TypedWord.of(words);
        return labels.stream()
                .filter(label -> label.isBegunBy(typed))
                .sorted(Comparator.comparing(label -> !label.beginsWith(typed)))
                .limit(size);
    }
}
