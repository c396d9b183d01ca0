package vn.chophien.marketplace.settlement.ledger;

import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.seller.SellerId;

/** One account of the ledger. */
public record LedgerAccount(AccountKind kind, @Nullable String owner) {

    public LedgerAccount {
        if (kind.isOwned() != (owner != null && !owner.isBlank())) {
            throw new IllegalArgumentException("An account of kind %s has %s, not '%s'"
                    .formatted(kind, kind.isOwned() ? "an owner" : "no owner", owner));
        }
    }

    public static LedgerAccount of(AccountKind kind) {
        return new LedgerAccount(kind, null);
    }

    public static LedgerAccount seller(SellerId seller) {
        return new LedgerAccount(AccountKind.SELLER, seller.value().toString());
    }

    public static LedgerAccount cashOf(SellerId seller) {
        return new LedgerAccount(AccountKind.SELLER_CASH, seller.value().toString());
    }

    public static LedgerAccount carrier(String name) {
        return new LedgerAccount(AccountKind.CARRIER, name.strip());
    }

    public String code() {
        return owner == null ? kind.code() : kind.code() + ":" + owner;
    }

    @Override
    public String toString() {
        return code();
    }
}
