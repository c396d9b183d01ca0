package vn.chophien.storefront.market;

import java.util.HashMap;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.CallContext;

/** The prices as feed and files, passed on from the API with what caches need to know. */
@Controller
class PriceFileController {
    private static final List<String> PARAMETERS = List.of(
            "commodity",
            "province",
            "stage",
            "frequency",
            "q",
            "cursor",
            "page_size",
            "series",
            "page",
            "from",
            "to",
            "as_of");
    private static final List<String> ASKED = List.of(HttpHeaders.IF_NONE_MATCH, HttpHeaders.IF_MODIFIED_SINCE);
    private static final List<String> ANSWERED = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.ETAG,
            HttpHeaders.LINK,
            HttpHeaders.LAST_MODIFIED,
            HttpHeaders.CACHE_CONTROL);

    private final WebClient api;

    PriceFileController(WebClient apiClient) {
        this.api = apiClient;
    }

    @GetMapping("/market-prices/feed.atom")
    Mono<Void> feed(ServerWebExchange exchange) {
        return pass(exchange, "/prices/feed.atom", "");
    }

    @GetMapping("/market-prices/feed.json")
    Mono<Void> jsonFeed(ServerWebExchange exchange) {
        return pass(exchange, "/prices/feed.json", "");
    }

    @GetMapping("/market-prices/alerts.atom")
    Mono<Void> alertFeed(ServerWebExchange exchange) {
        return pass(exchange, "/prices/alerts.atom", "");
    }

    @GetMapping("/market-prices/alerts.json")
    Mono<Void> alertJsonFeed(ServerWebExchange exchange) {
        return pass(exchange, "/prices/alerts.json", "");
    }

    @GetMapping("/market-prices/bulletins/feed.atom")
    Mono<Void> bulletinFeed(ServerWebExchange exchange) {
        return pass(exchange, "/prices/bulletins/feed.atom", "");
    }

    @GetMapping("/market-prices/bulletins/feed.json")
    Mono<Void> bulletinJsonFeed(ServerWebExchange exchange) {
        return pass(exchange, "/prices/bulletins/feed.json", "");
    }

    /** Under the API's name too, by which its description points to it. */
    @GetMapping({"/market-prices/prices.csv", "/market-prices/board.csv"})
    Mono<Void> boardCsv(ServerWebExchange exchange) {
        return pass(exchange, "/prices/board.csv", "");
    }

    @GetMapping("/market-prices/prices.json")
    Mono<Void> boardJson(ServerWebExchange exchange) {
        return pass(exchange, "/prices/board", "");
    }

    @GetMapping("/market-prices/board.csv-metadata.json")
    Mono<Void> boardDescription(ServerWebExchange exchange) {
        return pass(exchange, "/prices/board.csv-metadata.json", "");
    }

    @GetMapping("/market-prices/sdmx/structure")
    Mono<Void> sdmxStructure(ServerWebExchange exchange) {
        return pass(exchange, "/prices/sdmx/structure", "");
    }

    @GetMapping("/market-prices/sdmx/data")
    Mono<Void> sdmxData(ServerWebExchange exchange) {
        return pass(exchange, "/prices/sdmx/data", "");
    }

    @GetMapping("/market-prices/catalog.jsonld")
    Mono<Void> catalogue(ServerWebExchange exchange) {
        return pass(exchange, "/prices/catalog.jsonld", "");
    }

    @GetMapping("/market-prices/series/{code}/observations.csv-metadata.json")
    Mono<Void> observationsDescription(@PathVariable String code, ServerWebExchange exchange) {
        return pass(exchange, "/prices/series/{code}/observations.csv-metadata.json", code);
    }

    @GetMapping("/market-prices/series/{code}/forecast.csv")
    Mono<Void> forecastCsv(@PathVariable String code, ServerWebExchange exchange) {
        return pass(exchange, "/prices/series/{code}/forecast.csv", code);
    }

    @GetMapping("/market-prices/series/{code}/observations.csv")
    Mono<Void> observationsCsv(@PathVariable String code, ServerWebExchange exchange) {
        return pass(exchange, "/prices/series/{code}/observations.csv", code);
    }

    @GetMapping("/market-prices/series/{code}/observations.json")
    Mono<Void> observationsJson(@PathVariable String code, ServerWebExchange exchange) {
        return pass(exchange, "/prices/series/{code}/observations", code);
    }

    private Mono<Void> pass(ServerWebExchange exchange, String path, String code) {
        var query = exchange.getRequest().getQueryParams();
        var variables = new HashMap<String, Object>();
        variables.put("code", code);
        return api.get()
                .uri(builder -> {
                    builder.path(path);
                    for (var name : PARAMETERS) {
                        var value = query.getFirst(name);
                        if (value != null) {
                            builder.queryParam(name, "{" + name + "}");
                            variables.put(name, value);
                        }
                    }
                    return builder.build(variables);
                })
                .headers(headers -> copy(exchange.getRequest().getHeaders(), headers, ASKED))
                .exchangeToMono(answer -> pass(exchange, answer))
                .contextWrite(CallContext::passingOn);
    }

    private static Mono<Void> pass(ServerWebExchange exchange, ClientResponse answer) {
        var response = exchange.getResponse();
        response.setStatusCode(answer.statusCode());
        copy(answer.headers().asHttpHeaders(), response.getHeaders(), ANSWERED);
        return response.writeWith(answer.bodyToFlux(DataBuffer.class));
    }

    private static void copy(HttpHeaders from, HttpHeaders to, List<String> names) {
        for (var name : names) {
            var values = from.get(name);
            if (values != null) {
                to.put(name, values);
            }
        }
    }
}
