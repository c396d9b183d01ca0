package vn.chophien.indexer;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.chophien.localstack.LocalStack;

/** The application as it is deployed, on the engines of this build. */
final class RunningIndexer implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final String alias;

    private RunningIndexer(ConfigurableApplicationContext context, String alias) {
        this.context = context;
        this.alias = alias;
    }

    static RunningIndexer start(CatalogFixture catalog, String alias, String... settings) {
        var own = List.of(settings);
        var arguments = new ArrayList<>(own);
        arguments(catalog, alias).stream()
                .filter(usual -> own.stream().noneMatch(setting -> key(setting).equals(key(usual))))
                .forEach(arguments::add);
        var context = new SpringApplicationBuilder(IndexerApplication.class).run(arguments.toArray(String[]::new));
        return new RunningIndexer(context, alias);
    }

    private static String key(String argument) {
        return argument.substring(0, argument.indexOf('='));
    }

    /** The settings of an indexer of this catalogue, for one in a process of its own, too. */
    static List<String> arguments(CatalogFixture catalog, String alias) {
        var database = catalog.database();
        return List.of(
                "--server.port=0",
                "--spring.r2dbc.url=" + database.r2dbcUrl(),
                "--spring.r2dbc.username=" + database.user(),
                "--spring.r2dbc.password=" + database.password(),
                "--chophien.indexer.elasticsearch-url="
                        + LocalStack.shared().elasticsearch().url(),
                "--chophien.indexer.alias=" + alias);
    }

    ElasticsearchAsyncClient elasticsearch() {
        return context.getBean(ElasticsearchAsyncClient.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** How many documents the alias finds. */
    long found() {
        elasticsearch().indices().refresh(refresh -> refresh.index(alias)).join();
        return elasticsearch().count(count -> count.index(alias)).join().count();
    }

    /** The lowest price of a listing as the index has it, or -1 where it has none. */
    long priceOf(UUID listing) {
        var answer = elasticsearch()
                .get(get -> get.index(alias).id(listing.toString()), PriceOnly.class)
                .join();
        var source = answer.source();
        return source == null ? -1 : source.minPrice();
    }

    /** The document as the index has it, to be altered by a test. */
    Map<?, ?> document(UUID listing) {
        return Objects.requireNonNull(elasticsearch()
                .get(get -> get.index(alias).id(listing.toString()), Map.class)
                .join()
                .source());
    }

    String liveIndex() {
        return elasticsearch()
                .indices()
                .getAlias(get -> get.name(alias))
                .join()
                .aliases()
                .keySet()
                .iterator()
                .next();
    }

    int readiness() {
        return request("GET", "/actuator/health/readiness").statusCode();
    }

    HttpResponse<String> request(String method, String path) {
        return request(method, path, "{}");
    }

    HttpResponse<String> request(String method, String path, String json) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    record PriceOnly(long minPrice) {}
}
