package vn.chophien.marketplace.settlement.posting;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.posting.ListingTraits.Traits;
import vn.chophien.marketplace.terms.Terms;

/**
 * What a posting has to know beside the fact.
 *
 * @param traits of the listings sold; one that is gone has none
 * @param held where the buyer's money for this part is, or will be, in at least one place; of a parcel, where its cash is, if that is booked
 *     apart
 */
record Circumstances(Terms terms, Map<UUID, Traits> traits, List<MoneyShare.Held> held) {

    Circumstances {
        held = List.copyOf(held);
    }

    boolean isAt(AccountKind kind) {
        return held.stream().allMatch(part -> part.place().kind() == kind);
    }
}
