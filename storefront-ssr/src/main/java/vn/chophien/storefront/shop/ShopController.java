package vn.chophien.storefront.shop;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.storefront.api.CatalogApi;
import vn.chophien.storefront.api.PlaceApi;
import vn.chophien.storefront.api.Remembered;
import vn.chophien.storefront.page.Answer;

@Controller
class ShopController {

    private static final int SHOPS = 24;
    private static final int LISTINGS = 24;
    private static final Duration PROVINCES_FRESH_FOR = Duration.ofMinutes(10);

    private final CatalogApi catalog;
    private final Remembered<Language, PlaceApi.Provinces> provinces;

    ShopController(CatalogApi catalog, PlaceApi places) {
        this.catalog = catalog;
        this.provinces = new Remembered<>(PROVINCES_FRESH_FOR, language -> places.provinces());
    }

    @GetMapping("/shops")
    Mono<Answer> shops(
            @RequestParam(defaultValue = "") String province,
            @RequestParam(required = false) @Nullable String cursor,
            Language language) {
        var chosen = province.matches("\\d{2}") ? province : "";
        var shops = catalog.shops(cursor, chosen.isEmpty() ? null : chosen, SHOPS);
        var choices = provinces.get(language).map(PlaceApi.Provinces::items).onErrorReturn(List.of());
        return Mono.zip(shops, choices)
                .map(parts -> new ShopsView(parts.getT1(), parts.getT2(), chosen, cursor == null))
                .map(view -> Answer.page("shop/shops", view).cached(Answer.Caching.PUBLIC));
    }

    @GetMapping("/shop/{slug}")
    Mono<Answer> shop(@PathVariable String slug, @RequestParam(required = false) @Nullable String cursor) {
        return Mono.zip(catalog.shop(slug), catalog.listings(slug, null, null, null, cursor, LISTINGS))
                .map(parts -> new ShopView(parts.getT1(), parts.getT2(), cursor == null))
                .map(view -> Answer.page("shop/shop", view).cached(Answer.Caching.PUBLIC));
    }
}
