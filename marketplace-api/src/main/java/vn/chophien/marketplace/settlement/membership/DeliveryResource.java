package vn.chophien.marketplace.settlement.membership;

import java.time.LocalDate;

/** A delivery on the wire. */
record DeliveryResource(
        String id,
        String member,
        LocalDate deliveredOn,
        String product,
        String grade,
        long grams,
        long pricePerKg,
        long value) {

    static DeliveryResource from(Delivery delivery, String member) {
        return new DeliveryResource(
                delivery.id().toString(),
                member,
                delivery.on(),
                delivery.product(),
                delivery.grade(),
                delivery.grams(),
                delivery.pricePerKilogram().minor(),
                delivery.value().minor());
    }
}
