package vn.chophien.marketplace.settlement.balance;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.seller.Seller;
import vn.chophien.marketplace.seller.SellerType;
import vn.chophien.marketplace.seller.Sellers;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.RequestProblem;

/** What sellers have, for operators. */
@RestController
@RequestMapping("/api/v1/operator/sellers")
class OperatorMoneyController {

    private final Sellers sellers;
    private final SellerMoney money;

    OperatorMoneyController(Sellers sellers, SellerMoney money) {
        this.sellers = sellers;
        this.money = money;
    }

    /** Shops by name, in the order in which they joined; marks and capitals do not matter. */
    @GetMapping
    Mono<PageResponse<SellerResource>> search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize,
            Language language) {
        var size = PageSizes.checked(pageSize);
        return sellers.search(q, position(cursor), size)
                .collectList()
                .flatMap(found -> Flux.fromIterable(found)
                        .concatMap(placed -> money.of(placed.seller().id())
                                .map(balance -> SellerResource.from(placed.seller(), balance, language)))
                        .collectList()
                        .map(items -> new PageResponse<>(
                                items,
                                found.size() < size
                                        ? null
                                        : Cursor.encode(
                                                Long.toString(found.getLast().position())),
                                null)));
    }

    @GetMapping("/{slug}/money")
    Mono<OperatorMoneyResource> show(@PathVariable String slug, Language language) {
        return sellers.findBySlug(slug)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(seller -> money.of(seller.id())
                        .map(balance -> new OperatorMoneyResource(
                                SellerResource.from(seller, balance, language), MoneyResource.from(balance))));
    }

    private static long position(@Nullable String cursor) {
        try {
            return Optional.ofNullable(cursor)
                    .map(Cursor::decode)
                    .map(parts -> Long.parseLong(parts.getFirst()))
                    .orElse(0L);
        } catch (NumberFormatException foreign) {
            throw Cursor.invalid();
        }
    }

    record SellerResource(
            String slug, String name, SellerType type, String currency, long total, long pending, long available) {

        static SellerResource from(Seller seller, SellerBalance balance, Language language) {
            return new SellerResource(
                    seller.slug(),
                    seller.name(language),
                    seller.type(),
                    balance.total().currencyCode(),
                    balance.total().minor(),
                    balance.pending().minor(),
                    balance.available().minor());
        }
    }

    record OperatorMoneyResource(SellerResource seller, MoneyResource money) {}
}
