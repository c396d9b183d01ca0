package vn.chophien.marketplace.catalog;

import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The reviewed rules by which listings meet the price board. Asked on every product page, so they may be a minute old. */
@Component
public class ListingCommodities {
    private static final Duration FRESH_FOR = Duration.ofMinutes(1);

    private final Mono<CommodityRules> rules;

    ListingCommodities(CatalogRules rules) {
        this.rules = rules.commodities().cache(found -> FRESH_FOR, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    public Mono<CommodityRules> rules() {
        return rules;
    }
}
