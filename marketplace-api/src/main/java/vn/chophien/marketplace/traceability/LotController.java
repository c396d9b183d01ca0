package vn.chophien.marketplace.traceability;

import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.ListingNames;
import vn.chophien.marketplace.security.SecurityRules;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PublicReads;
import vn.chophien.marketplace.web.RequestProblem;

@RestController
class LotController implements SecurityRules {
    private final TraceLots lots;
    private final ListingNames listings;

    LotController(TraceLots lots, ListingNames listings) {
        this.lots = lots;
        this.listings = listings;
    }

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges.pathMatchers(HttpMethod.GET, "/api/v1/listings/{slug}/lots").permitAll();
    }

    @GetMapping("/api/v1/listings/{slug}/lots")
    Mono<ResponseEntity<PageResponse<LotResponse>>> list(@PathVariable String slug, Language language) {
        return listings.findBySlug(slug)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(listing -> lots.findAll(listing, language))
                .map(PageResponse::whole)
                .map(PublicReads::ok);
    }
}
