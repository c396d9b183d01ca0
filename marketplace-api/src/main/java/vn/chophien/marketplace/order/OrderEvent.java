package vn.chophien.marketplace.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.security.AccountId;

/** One step of a seller order: the state it reached or stayed in, and through whom. The first has no state before it. */
public record OrderEvent(
        SellerOrderState.@Nullable Name from,
        SellerOrderState.Name to,
        Actor actor,
        @Nullable AccountId account,
        @Nullable String note,
        Instant at) {

    /** Otherwise it changed lines or parcels, which tell of it themselves. */
    boolean changedState() {
        return from != to;
    }
}
