package vn.chophien.marketplace.settlement.posting;

import java.util.Map;
import java.util.UUID;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.posting.ListingTraits.Traits;
import vn.chophien.marketplace.terms.Terms;

/**
 * What a posting has to know beside the fact.
 *
 * @param traits of the listings sold; one that is gone has none
 * @param place where the buyer's money for this part is, or will be
 */
record Circumstances(Terms terms, Map<UUID, Traits> traits, LedgerAccount place) {}
