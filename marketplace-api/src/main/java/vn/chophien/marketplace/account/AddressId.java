package vn.chophien.marketplace.account;

import java.util.UUID;
import vn.chophien.marketplace.id.UuidV7;

record AddressId(UUID value) {
    static AddressId generate() {
        return new AddressId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
