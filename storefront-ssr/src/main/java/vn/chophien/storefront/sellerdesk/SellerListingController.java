package vn.chophien.storefront.sellerdesk;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.PriceHints;
import vn.chophien.storefront.api.SellerApi;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;

/** Listings of the own shop: find one, change its texts, prices and stock. */
@Controller
@RequestMapping("/seller-desk/listings")
class SellerListingController {

    private static final int MAX_STOCK = 1_000_000;

    private final SellerApi seller;
    private final PriceHints hints;
    private final Messages messages;
    private final InstantSource clock;

    SellerListingController(SellerApi seller, PriceHints hints, Messages messages, InstantSource clock) {
        this.seller = seller;
        this.hints = hints;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    Mono<Answer> list(
            @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String cursor) {
        return seller.listings(q.isBlank() ? null : q.strip(), cursor, null)
                .map(found -> Answer.page("sellerdesk/listings", new ListingsView(q.strip(), found))
                        .cached(Answer.Caching.NEVER));
    }

    @GetMapping("/{id}")
    Mono<Answer> edit(@PathVariable String id, @RequestParam(defaultValue = "false") boolean saved) {
        return form(id, saved).map(SellerListingController::page);
    }

    @PostMapping("/{id}/variants/{variantId}")
    Mono<Answer> changeVariant(
            ServerWebExchange exchange, @PathVariable String id, @PathVariable String variantId, Language language) {
        return exchange.getFormData().flatMap(fields -> {
            var input = fields.toSingleValueMap();
            var price = DongInput.parse(input.getOrDefault("price", ""));
            var onHand = stock(input.getOrDefault("on_hand", ""));
            var typed = Map.of(
                    "price-" + variantId, input.getOrDefault("price", ""),
                    "on_hand-" + variantId, input.getOrDefault("on_hand", ""));
            var errors = FormErrors.none();
            if (price.isEmpty()) {
                errors = errors.and("price-" + variantId, messages.format(language, "sellerdesk.listing.error.price"));
            }
            if (onHand.isEmpty()) {
                errors = errors.and(
                        "on_hand-" + variantId, messages.format(language, "sellerdesk.listing.error.onhand"));
            }
            if (!errors.isEmpty()) {
                return refused(id, errors, typed);
            }
            var change = new SellerApi.VariantChange(
                    price.getAsLong(), (int) onHand.getAsLong(), input.containsKey("sold_by_weight"));
            return saved(
                    id,
                    seller.changeVariant(id, variantId, input.getOrDefault("version", ""), change),
                    typed,
                    "-" + variantId);
        });
    }

    @PostMapping("/{id}")
    Mono<Answer> changeTexts(ServerWebExchange exchange, @PathVariable String id) {
        return exchange.getFormData().flatMap(fields -> {
            var input = fields.toSingleValueMap();
            var change = new SellerApi.ListingChange(
                    input.get("name_vi"),
                    input.get("name_en"),
                    input.get("description_vi"),
                    input.get("description_en"),
                    input.containsKey("on_sale"));
            return saved(id, seller.change(id, input.getOrDefault("version", ""), change), input, "");
        });
    }

    private Mono<Answer> saved(
            String id, Mono<ResponseEntity<SellerApi.Listing>> change, Map<String, String> typed, String fieldSuffix) {
        return change.<Answer>thenReturn(Answer.redirect("/seller-desk/listings/" + id + "?saved=true"))
                .onErrorResume(ApiProblem.class, problem -> {
                    if (problem.status() == HttpStatus.PRECONDITION_FAILED) {
                        return form(id, false)
                                .map(form -> page(form.conflicting(typed)).invalid());
                    }
                    return problem.status().is5xxServerError() || problem.status() == HttpStatus.NOT_FOUND
                            ? Mono.error(problem)
                            : refused(id, suffixed(FormErrors.of(problem), fieldSuffix), typed);
                });
    }

    private static FormErrors suffixed(FormErrors errors, String suffix) {
        return new FormErrors(errors.all().stream()
                .map(error -> error.field().equals("form")
                        ? error
                        : new FormErrors.FormError(error.field() + suffix, error.message()))
                .toList());
    }

    private Mono<Answer> refused(String id, FormErrors errors, Map<String, String> typed) {
        return form(id, false).map(form -> page(form.refused(errors, typed)).invalid());
    }

    private Mono<ListingForm> form(String id, boolean saved) {
        return seller.listing(id).flatMap(answer -> {
            var listing = Objects.requireNonNull(answer.getBody(), "the API answered without a listing");
            var version = Objects.requireNonNullElse(answer.getHeaders().getETag(), "");
            var today = LocalDate.ofInstant(clock.instant(), Formats.ZONE);
            return hints.of(listing.commodity(), listing.commodityRelation(), listing.provinceCode(), today)
                    .map(found -> ListingForm.of(listing, version, saved, Optional.of(found)))
                    .switchIfEmpty(Mono.fromSupplier(() -> ListingForm.of(listing, version, saved, Optional.empty())));
        });
    }

    private static Answer.Drawn page(ListingForm form) {
        return Answer.page("sellerdesk/listing", form).cached(Answer.Caching.NEVER);
    }

    private static OptionalLong stock(String typed) {
        var number = DongInput.parse(typed);
        return number.isPresent() && number.getAsLong() <= MAX_STOCK ? number : OptionalLong.empty();
    }
}
