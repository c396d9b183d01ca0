package vn.chophien.storefront.transfer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.Wire;

/** Which shop has a bank account, for operators. */
@HttpExchange("/operator/receiving-accounts")
public interface ClaimApi {

    /** Status 404 when no shop has it. */
    @PostExchange("/lookups")
    Mono<Claim> look(@RequestBody Lookup lookup);

    @GetExchange("/{id}")
    Mono<Claim> claim(@PathVariable String id);

    @PostExchange("/{id}/release")
    Mono<Claim> release(@PathVariable String id, @RequestBody NewRelease release);

    @GetExchange("/releases")
    Mono<Claims> releases(@RequestParam(required = false) @Nullable String cursor);

    record Claims(List<Claim> items, @Nullable String nextCursor) {
        public Claims {
            items = Wire.orEmpty(items);
        }
    }

    /**
     * @param present whether the shop is paid there now
     * @param awaited transfers that buyers were asked to make to it and have not made
     */
    record Claim(
            String id,
            @Nullable String shopSlug,
            @Nullable String shopName,
            String bank,
            String numberHint,
            String holder,
            Instant claimedAt,
            boolean present,
            long awaited,
            @Nullable Release release) {

        public String shop() {
            return shopName == null ? "" : shopName;
        }
    }

    record Release(String reason, @Nullable String byName, Instant at) {}

    record Lookup(String bankBin, String accountNumber) {

        /** Never the number. */
        @Override
        public String toString() {
            return "Lookup[bankBin=" + bankBin + "]";
        }
    }

    record NewRelease(String reason) {}
}
