package vn.chophien.storefront.returns;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import vn.chophien.storefront.api.ReturnApi;
import vn.chophien.storefront.operatordesk.NeedsAttention;

/** Buyers who wait for the operator's word on a return; a page of them is counted. */
@Component
class EscalatedReturns implements NeedsAttention {

    private final ReturnApi returns;

    EscalatedReturns(ReturnApi returns) {
        this.returns = returns;
    }

    @Override
    public Flux<Item> look() {
        return returns.list("operator", "ESCALATED", null)
                .filter(found -> !found.items().isEmpty())
                .map(found -> new Item("returns", found.items().size(), "/operator-desk/returns"))
                .flux();
    }
}
