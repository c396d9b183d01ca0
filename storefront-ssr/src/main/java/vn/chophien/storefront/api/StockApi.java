package vn.chophien.storefront.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/** What a shop asks of its stock, and goods a buyer waits for. */
@HttpExchange
public interface StockApi {

    @GetExchange("/me/stock-watches")
    Mono<Watches> watches();

    @PutExchange("/me/stock-watches/{variant}")
    Mono<Void> watch(@PathVariable String variant);

    @DeleteExchange("/me/stock-watches/{variant}")
    Mono<Void> forget(@PathVariable String variant);

    @GetExchange("/seller/stock/low")
    Mono<LowStock> low(@RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/seller/stock/{variant}/changes")
    Mono<Changes> changes(@PathVariable String variant, @RequestParam(required = false) @Nullable String cursor);

    @PutExchange("/seller/stock/{variant}/low-at")
    Mono<Void> warnAt(@PathVariable String variant, @RequestBody Threshold threshold);

    record Watches(List<Watch> items) {
        public Watches {
            items = Wire.orEmpty(items);
        }
    }

    /** @param backAt since when it can be bought again */
    record Watch(
            String variantId,
            String name,
            @Nullable String label,
            String listingSlug,
            int available,
            Instant since,
            @Nullable Instant backAt) {}

    record LowStock(List<Low> items, @Nullable String nextCursor) {
        public LowStock {
            items = Wire.orEmpty(items);
        }
    }

    /** @param lowAt from how few on the shop wants to know */
    record Low(
            String variantId,
            String listingId,
            String sku,
            String name,
            @Nullable String label,
            int onHand,
            int reserved,
            int available,
            int lowAt) {}

    record Changes(List<Change> items, @Nullable String nextCursor) {
        public Changes {
            items = Wire.orEmpty(items);
        }
    }

    record Change(String reason, int onHandDelta, int reservedDelta, int onHand, int reserved, Instant at) {}

    record Threshold(int lowAt) {}
}
