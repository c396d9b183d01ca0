package vn.chophien.paymentsandbox;

import java.util.Locale;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** The states of a payment intent. */
enum Status {
    REQUIRES_PAYMENT_METHOD,
    REQUIRES_CONFIRMATION,
    REQUIRES_ACTION,
    PROCESSING,
    REQUIRES_CAPTURE,
    SUCCEEDED,
    CANCELED;

    static Status of(ObjectNode intent) {
        return valueOf(intent.get("status").asText().toUpperCase(Locale.ROOT));
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    void set(ObjectNode intent) {
        intent.put("status", wire());
    }

    boolean isBeforeMoney() {
        return switch (this) {
            case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, REQUIRES_ACTION -> true;
            case PROCESSING, REQUIRES_CAPTURE, SUCCEEDED, CANCELED -> false;
        };
    }

    boolean isCancelable() {
        return this != SUCCEEDED && this != CANCELED;
    }
}
