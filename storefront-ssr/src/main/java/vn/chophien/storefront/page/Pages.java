package vn.chophien.storefront.page;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.CatalogApi;
import vn.chophien.storefront.api.Remembered;
import vn.chophien.storefront.session.Visitor;

/** Makes the {@link Page} of an exchange. */
@Component
class Pages {

    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
    private static final Duration CATEGORIES_FRESH_FOR = Duration.ofSeconds(60);

    private final Messages messages;
    private final Assets assets;
    private final String publicUrl;
    private final Remembered<Language, CatalogApi.Categories> categories;

    Pages(Messages messages, Assets assets, StorefrontProperties properties, CatalogApi catalog) {
        this.messages = messages;
        this.assets = assets;
        this.publicUrl = properties.publicUrl().toString().replaceAll("/+$", "");
        this.categories = new Remembered<>(CATEGORIES_FRESH_FOR, language -> catalog.categories());
    }

    Mono<Page> of(ServerWebExchange exchange) {
        return categories
                .get(RequestFilter.language(exchange))
                .map(CatalogApi.Categories::items)
                .onErrorResume(outage -> {
                    LOG.warn("The menu has no categories: {}", outage.getMessage());
                    return Mono.just(List.of());
                })
                .map(known -> page(exchange, known));
    }

    /** A page without the menu, for when making the full one fails. */
    Page page(ServerWebExchange exchange, List<CatalogApi.Category> known) {
        var request = exchange.getRequest();
        var language = RequestFilter.language(exchange);
        var path = request.getPath().value();
        var inner = language == Language.EN ? path.substring("/en".length()) : path;
        var query = request.getURI().getRawQuery();
        var address = new Page.Address(
                publicUrl,
                inner.isEmpty() ? "/" : inner,
                query == null ? "" : query,
                RequestFilter.requestId(exchange));
        return new Page(language, messages, address, Visitor.of(exchange), known, assets);
    }
}
