package vn.chophien.marketplace.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.listingindex.CertificateKey;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.catalog.Categories;
import vn.chophien.marketplace.catalog.Category;
import vn.chophien.marketplace.catalog.ListingCards;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** Makes a page of what the index found: names, prices and stock come from the catalogue. */
@Component
class ResultPages {

    private static final Map<String, String> CERTIFICATES = Map.of(
            "vietgap", "VietGAP",
            "globalgap", "GlobalGAP",
            "haccp", "HACCP",
            "iso", "ISO",
            "halal", "Halal",
            "fda", "FDA",
            "brc", "BRC",
            "asc", "ASC");

    private final ListingSearch search;
    private final ListingCards cards;
    private final Categories categories;
    private final Messages messages;

    ResultPages(ListingSearch search, ListingCards cards, Categories categories, Messages messages) {
        this.search = search;
        this.cards = cards;
        this.categories = categories;
        this.messages = messages;
    }

    Mono<SearchResults> answer(SearchQuestion question) {
        return search.find(question)
                .delayUntil(found -> refuseUnknownCategory(question, found))
                .flatMap(found -> page(question, found));
    }

    /** Looked up only where nothing was found: whatever was found has a category that exists. */
    private Mono<Void> refuseUnknownCategory(SearchQuestion question, Found found) {
        var chosen = question.filters().categories();
        return chosen.isEmpty() || ListingSearch.totalOf(found.exact()) > 0
                ? Mono.empty()
                : categories
                        .findAll()
                        .map(Category::path)
                        .collect(Collectors.toSet())
                        .flatMap(known -> known.containsAll(chosen)
                                ? Mono.empty()
                                : Mono.error(() -> RequestProblem.invalid(new FieldProblem("category", "unknown"))));
    }

    private Mono<SearchResults> page(SearchQuestion question, Found found) {
        var exact = found.exactIds();
        var ids = found.ids(question.pageSize());
        boolean allExact = exact.containsAll(ids);
        var highlights = new Highlights(found.reading());
        return cards.findAll(ids.stream().map(ListingId::parse).toList(), question.language())
                .map(card -> new SearchItem(
                        card,
                        question.hasWords() ? highlights.of(card.name()) : List.of(),
                        exact.contains(card.id().toString()) ? null : true))
                .collectList()
                .map(items -> new SearchResults(
                        items,
                        ListingSearch.totalOf(found.exact()),
                        found.facets().withCertificatesNamed(key -> certificate(key, question.language())),
                        next(question, found),
                        allExact ? null : true,
                        found.liked() ? true : null,
                        found.better(),
                        question.hasWords() ? Understanding.of(found.reading()) : null));
    }

    /** Its mark, which is the same in every language; organic growing has none. */
    private String certificate(String key, Language language) {
        return key.equals(CertificateKey.ORGANIC)
                ? messages.format(language, "common.organic")
                : CERTIFICATES.getOrDefault(key, key);
    }

    /** The nearest are one page: a buyer who wants to see more of what she did not ask for asks otherwise. */
    private static @Nullable String next(SearchQuestion question, Found found) {
        var hits = found.exact().hits().hits();
        return hits.size() < question.pageSize()
                ? null
                : new SearchCursor(
                                found.how(),
                                found.scope(),
                                List.copyOf(hits.getLast().sort()))
                        .encode(question);
    }
}
