package vn.chophien.marketplace.seller;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.PublicReads;
import vn.chophien.marketplace.web.RequestProblem;

@RestController
class ShopController {
    private final ShopDirectory shops;

    ShopController(ShopDirectory shops) {
        this.shops = shops;
    }

    @GetMapping("/api/v1/shops")
    Mono<ResponseEntity<PageResponse<ShopResponse>>> list(
            @RequestParam @Nullable String province,
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "24") int pageSize,
            Language language) {
        return shops.page(province, cursor, PageSizes.checked(pageSize), language)
                .map(PublicReads::ok);
    }

    @GetMapping("/api/v1/shops/{slug}")
    Mono<ResponseEntity<ShopResponse>> show(@PathVariable String slug, Language language) {
        return shops.find(slug, language)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .map(PublicReads::ok);
    }

    /** The caller's own shop. */
    @GetMapping("/api/v1/seller/shop")
    Mono<ShopResponse> own(CurrentSeller seller, Language language) {
        return shops.find(new SellerId(seller.sellerId()), language)
                .switchIfEmpty(Mono.error(RequestProblem::notFound));
    }
}
