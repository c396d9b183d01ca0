package vn.chophien.marketplace.settlement.membership;

import java.util.UUID;
import vn.chophien.marketplace.id.UuidV7;

/** Identifies a member of a cooperative. */
record MemberId(UUID value) {

    static MemberId generate() {
        return new MemberId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
