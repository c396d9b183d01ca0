package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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

/** Documents in a real Elasticsearch, searched by the code that serves buyers; only the cards are left out. */
final class SearchedMarket implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final SearchFilters NO_FILTERS =
            new SearchFilters(List.of(), List.of(), List.of(), null, null, List.of(), List.of(), Set.of());

    private final ListingIndexConnection connection;
    private final ListingSearch search;
    private final Map<String, String> skus = new HashMap<>();

    SearchedMarket(String name, List<ListingDocument> documents) {
        var url = URI.create(LocalStack.shared().elasticsearch().url());
        var settings = new SearchSettings(url, name, PATIENCE, PATIENCE, PATIENCE);
        this.connection = ListingIndexConnection.open(url, PATIENCE, PATIENCE);
        var index = new ListingIndexReader(connection, settings);
        var requests = new SearchRequests(settings, () -> NOW);
        var reader = new QueryReader(new Places());
        this.search = new ListingSearch(index, requests, reader, new RecentFacets(index, requests, reader, settings));
        write(name, documents);
    }

    static SearchQuestion question(String words, Language language, SearchSort sort, int pageSize) {
        return new SearchQuestion(words, NO_FILTERS, sort, pageSize, null, language);
    }

    Found find(String words, Language language, SearchSort sort, int pageSize) {
        return find(question(words, language, sort, pageSize));
    }

    Found find(SearchQuestion question) {
        return Objects.requireNonNull(search.find(question).block(PATIENCE));
    }

    List<String> skus(Found found, int pageSize) {
        return found.ids(pageSize).stream()
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
