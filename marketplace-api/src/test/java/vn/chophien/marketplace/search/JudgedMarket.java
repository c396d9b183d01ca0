package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.chophien.listingindex.ListingDocument;
import vn.chophien.listingindex.ListingIndexConnection;
import vn.chophien.listingindex.ListingIndexSchema;
import vn.chophien.locales.Language;
import vn.chophien.localstack.LocalStack;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.search.understanding.QueryReader;

/** A market in a real Elasticsearch, searched by the code that serves buyers; only the cards are left out. */
final class JudgedMarket implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final int PAGE = 24;

    private final ListingIndexConnection connection;
    private final ListingSearch search;
    private final Judgements judgements;
    private final Map<String, String> skus = new HashMap<>();

    JudgedMarket(String name, String market, String judged) {
        var url = URI.create(LocalStack.shared().elasticsearch().url());
        var settings = new SearchSettings(url, "judged-" + name, PATIENCE, PATIENCE, PATIENCE);
        var places = new Places();
        var documents = new MarketDocuments(market, LocalDate.of(2026, 11, 21), places).all();
        this.connection = ListingIndexConnection.open(url, PATIENCE, PATIENCE);
        this.judgements = new Judgements(judged, documents);
        var index = new ListingIndexReader(connection, settings);
        var requests = new SearchRequests(settings, () -> NOW);
        var reader = new QueryReader(places);
        this.search = new ListingSearch(index, requests, reader, new RecentFacets(index, requests, reader, settings));
        write(settings.alias(), documents);
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
        var filters = new SearchFilters(List.of(), List.of(), List.of(), null, null, List.of(), List.of(), Set.of());
        var question = new SearchQuestion(words, filters, SearchSort.RELEVANCE, PAGE, null, language);
        var found = Objects.requireNonNull(search.find(question).block(PATIENCE));
        return found.ids(PAGE).stream()
                .map(id -> Objects.requireNonNull(skus.get(id)))
                .toList();
    }

    private void write(String name, List<ListingDocument> documents) {
        var client = connection.client();
        client.indices()
                .create(CreateIndexRequest.of(index -> index.withJson(new StringReader(ListingIndexSchema.json()))
                        .index(name)))
                .join();
        var bulk = new BulkRequest.Builder().refresh(Refresh.True);
        for (var document : documents) {
            skus.put(document.id().toString(), document.sku());
            bulk.operations(operation -> operation.index(
                    item -> item.index(name).id(document.id().toString()).document(document)));
        }
        var written = client.bulk(bulk.build()).join();
        if (written.errors()) {
            throw new IllegalStateException(written.items().toString());
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
