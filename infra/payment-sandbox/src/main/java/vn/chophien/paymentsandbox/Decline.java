package vn.chophien.paymentsandbox;

import org.jspecify.annotations.Nullable;

/** Why a card is refused, in Stripe's words. */
record Decline(
        String code, @Nullable String declineCode, @Nullable String param, String message) {

    static final Decline INCORRECT_NUMBER =
            new Decline("incorrect_number", null, "number", "Your card number is incorrect.");
    static final Decline INVALID_MONTH =
            new Decline("invalid_expiry_month", null, "exp_month", "Your card's expiration month is invalid.");
    static final Decline INVALID_YEAR =
            new Decline("invalid_expiry_year", null, "exp_year", "Your card's expiration year is invalid.");
    static final Decline INVALID_CVC = new Decline("invalid_cvc", null, "cvc", "Your card's security code is invalid.");
    static final Decline LIVE_CARD = new Decline(
            "card_declined",
            "test_mode_live_card",
            null,
            "Your card was declined. Your request was in test mode, but used a non test (live) card.");
    static final Decline AUTHENTICATION_REQUIRED = new Decline(
            "authentication_required",
            "authentication_required",
            null,
            "Your card was declined. This transaction requires authentication.");

    static Decline declined(String declineCode) {
        return new Decline("card_declined", declineCode, null, messageOf(declineCode));
    }

    private static String messageOf(String declineCode) {
        return switch (declineCode) {
            case "insufficient_funds" -> "Your card has insufficient funds.";
            case "card_velocity_exceeded" ->
                "Your card was declined for making repeated attempts too frequently or exceeding its amount limit.";
            default -> "Your card was declined.";
        };
    }

    /** What clients show for it; the decline code says more than the code. */
    String reason() {
        return declineCode == null ? code : declineCode;
    }
}
