package vn.chophien.marketplace.search;

import java.time.LocalDate;
import java.util.List;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.place.Places;

/** A market in a real Elasticsearch, searched by the code that serves buyers; only the cards are left out. */
final class JudgedMarket implements AutoCloseable {

    private static final int PAGE = 24;

    private final SearchedMarket market;
    private final Judgements judgements;

    JudgedMarket(String name, String market, String judged) {
        var documents = new MarketDocuments(market, LocalDate.of(2026, 11, 21), new Places()).all();
        this.judgements = new Judgements(judged, documents);
        this.market = new SearchedMarket("judged-" + name, documents);
    }

    SearchQuality judge() {
        var quality = new SearchQuality();
        for (var query : judgements.queries()) {
            var found = find(query.words(), Language.VI.tag().equals(query.language()) ? Language.VI : Language.EN);
            quality.add(SearchQuality.Answer.of(query, found, judgements.grades(query)));
        }
        return quality;
    }

    Judgements judgements() {
        return judgements;
    }

    List<String> find(String words, Language language) {
        return market.skus(market.find(words, language, SearchSort.RELEVANCE, PAGE), PAGE);
    }

    SearchedMarket market() {
        return market;
    }

    @Override
    public void close() {
        market.close();
    }
}
