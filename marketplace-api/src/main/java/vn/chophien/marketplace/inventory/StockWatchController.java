package vn.chophien.marketplace.inventory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.catalog.VariantSnapshot;
import vn.chophien.marketplace.catalog.Variants;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.RequestProblem;

/** Goods a signed-in buyer waits for. An account waits for so many at most that one page shows all of them. */
@RestController
@RequestMapping("/api/v1/me/stock-watches")
class StockWatchController {

    private static final int MOST = 100;

    private final StockWatches watches;
    private final StockLevels levels;
    private final Variants variants;
    private final InstantSource clock;

    StockWatchController(StockWatches watches, StockLevels levels, Variants variants, InstantSource clock) {
        this.watches = watches;
        this.levels = levels;
        this.variants = variants;
        this.clock = clock;
    }

    @GetMapping
    Mono<PageResponse<Awaited>> list(CurrentAccount account, Language language) {
        return watches.of(account.id(), MOST).flatMap(found -> show(found, language));
    }

    /** Watches a variant. One that can be bought now is back at the next refill only. */
    @PutMapping("/{variant}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> watch(@PathVariable UUID variant, CurrentAccount account) {
        return variants.findAll(List.of(new VariantId(variant)))
                .next()
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(known -> watches.count(account.id())
                        .filter(count -> count < MOST)
                        .switchIfEmpty(Mono.error(() -> new TooManyWatchesException(MOST)))
                        .then(Mono.defer(() -> watches.watch(account.id(), known.id(), clock.instant()))));
    }

    @DeleteMapping("/{variant}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> forget(@PathVariable UUID variant, CurrentAccount account) {
        return watches.forget(account.id(), new VariantId(variant));
    }

    private Mono<PageResponse<Awaited>> show(List<StockWatches.Watch> found, Language language) {
        var ids = found.stream().map(StockWatches.Watch::variant).toList();
        return variants.findAll(ids)
                .collectMap(VariantSnapshot::id)
                .flatMap(known -> levels.available(ids)
                        .map(available -> new PageResponse<>(
                                found.stream()
                                        .map(watch -> Awaited.of(
                                                watch,
                                                Objects.requireNonNull(known.get(watch.variant())),
                                                available.getOrDefault(watch.variant(), 0),
                                                language))
                                        .toList(),
                                null,
                                null)));
    }

    /** @param backAt since when it can be bought again, as far as the buyer was not told before */
    record Awaited(
            UUID variantId,
            String name,
            String label,
            String listingSlug,
            int available,
            Instant since,
            @Nullable Instant backAt) {

        static Awaited of(StockWatches.Watch watch, VariantSnapshot variant, int available, Language language) {
            return new Awaited(
                    variant.id().value(),
                    variant.name(language),
                    variant.label(language),
                    variant.listingSlug(),
                    available,
                    watch.since(),
                    watch.backAt());
        }
    }
}
