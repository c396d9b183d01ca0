package vn.chophien.marketplace.payment;

import java.util.UUID;

/** What is being paid for, as its owner names it: today always an order. */
public record PayableId(UUID value) {

    public static PayableId parse(String text) {
        return new PayableId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
