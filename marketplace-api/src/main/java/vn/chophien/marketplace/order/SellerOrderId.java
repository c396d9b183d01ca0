package vn.chophien.marketplace.order;

import java.util.UUID;
import vn.chophien.marketplace.id.UuidV7;

/** Identifies the part of an order that one shop sends. */
public record SellerOrderId(UUID value) {

    public static SellerOrderId generate() {
        return new SellerOrderId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
