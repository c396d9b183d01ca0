package vn.chophien.paymentsandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A card number of Stripe's testing page and what happens to whoever pays with it. */
record TestCard(
        String number,
        String brand,
        String funding,
        Authentication authentication,
        @Nullable Decline decline,
        RefundOutcome refunds,
        List<String> paymentMethods) {

    enum Authentication {
        NOT_ASKED,
        /** The bank asks the holder; approving continues, refusing fails the attempt. */
        REQUIRED
    }

    enum RefundOutcome {
        SUCCEEDS,
        SUCCEEDS_LATER,
        FAILS_LATER
    }

    private static final Map<String, TestCard> BY_NUMBER = new LinkedHashMap<>();
    private static final Map<String, TestCard> BY_PAYMENT_METHOD = new LinkedHashMap<>();

    static {
        succeeds("4242424242424242", "visa", "credit", "pm_card_visa");
        succeeds("4000056655665556", "visa", "debit", "pm_card_visa_debit");
        succeeds("5555555555554444", "mastercard", "credit", "pm_card_mastercard");
        succeeds("2223003122003222", "mastercard", "credit");
        succeeds("5200828282828210", "mastercard", "debit", "pm_card_mastercard_debit");
        succeeds("5105105105105100", "mastercard", "prepaid", "pm_card_mastercard_prepaid");
        succeeds("378282246310005", "amex", "credit", "pm_card_amex");
        succeeds("371449635398431", "amex", "credit");
        succeeds("6011111111111117", "discover", "credit", "pm_card_discover");
        succeeds("3056930009020004", "diners", "credit", "pm_card_diners");
        succeeds("36227206271667", "diners", "credit");
        succeeds("3566002020360505", "jcb", "credit", "pm_card_jcb");
        succeeds("6200000000000005", "unionpay", "credit", "pm_card_unionpay");

        declines("4000000000000002", "generic_decline", "pm_card_visa_chargeDeclined", "pm_card_chargeDeclined");
        declines(
                "4000000000009995",
                "insufficient_funds",
                "pm_card_visa_chargeDeclinedInsufficientFunds",
                "pm_card_chargeDeclinedInsufficientFunds");
        declines("4000000000009987", "lost_card", "pm_card_visa_chargeDeclinedLostCard");
        declines("4000000000009979", "stolen_card", "pm_card_visa_chargeDeclinedStolenCard");
        declines("4000000000006975", "card_velocity_exceeded", "pm_card_visa_chargeDeclinedVelocityLimitExceeded");
        declines("4100000000000019", "fraudulent", "pm_card_radarBlock");
        declines("4000000000000341", "generic_decline", "pm_card_chargeCustomerFail");
        refuses(
                "4000000000000069",
                new Decline("expired_card", "expired_card", "exp_month", "Your card has expired."),
                "pm_card_chargeDeclinedExpiredCard");
        refuses(
                "4000000000000127",
                new Decline("incorrect_cvc", "incorrect_cvc", "cvc", "Your card's security code is incorrect."),
                "pm_card_chargeDeclinedIncorrectCvc");
        refuses(
                "4000000000000119",
                new Decline(
                        "processing_error",
                        "processing_error",
                        null,
                        "An error occurred while processing your card. Try again in a little bit."),
                "pm_card_chargeDeclinedProcessingError");

        asks("4000002500003155", null, "pm_card_authenticationRequiredOnSetup");
        asks("4000002760003184", null, "pm_card_authenticationRequired");
        asks("4000000000003220", null, "pm_card_threeDSecure2Required");
        asks("4000000000003063", null, "pm_card_threeDSecureRequired");
        asks("4000008400001629", Decline.declined("generic_decline"), "pm_card_threeDSecureRequiredChargeDeclined");
        asks(
                "4000008260003178",
                Decline.declined("insufficient_funds"),
                "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds");
        succeeds("4000000000003055", "visa", "credit", "pm_card_threeDSecureOptional");
        succeeds("4000003800000446", "visa", "credit", "pm_card_authenticationRequiredSetupForOffSession");

        refunds("4000000000007726", RefundOutcome.SUCCEEDS_LATER, "pm_card_pendingRefund");
        refunds("4000000000005126", RefundOutcome.FAILS_LATER, "pm_card_refundFail");
        succeeds("4000000000000077", "visa", "credit", "pm_card_bypassPending");
    }

    static Optional<TestCard> byNumber(String number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    static Optional<TestCard> byPaymentMethod(String id) {
        return Optional.ofNullable(BY_PAYMENT_METHOD.get(id));
    }

    static List<TestCard> all() {
        return new ArrayList<>(BY_NUMBER.values());
    }

    String last4() {
        return number.substring(number.length() - 4);
    }

    boolean asksHolder() {
        return authentication == Authentication.REQUIRED;
    }

    private static void succeeds(String number, String brand, String funding, String... paymentMethods) {
        add(number, brand, funding, Authentication.NOT_ASKED, null, RefundOutcome.SUCCEEDS, paymentMethods);
    }

    private static void declines(String number, String declineCode, String... paymentMethods) {
        refuses(number, Decline.declined(declineCode), paymentMethods);
    }

    private static void refuses(String number, Decline decline, String... paymentMethods) {
        add(number, "visa", "credit", Authentication.NOT_ASKED, decline, RefundOutcome.SUCCEEDS, paymentMethods);
    }

    private static void asks(String number, @Nullable Decline afterwards, String... paymentMethods) {
        add(number, "visa", "credit", Authentication.REQUIRED, afterwards, RefundOutcome.SUCCEEDS, paymentMethods);
    }

    private static void refunds(String number, RefundOutcome outcome, String... paymentMethods) {
        add(number, "visa", "credit", Authentication.NOT_ASKED, null, outcome, paymentMethods);
    }

    private static void add(
            String number,
            String brand,
            String funding,
            Authentication authentication,
            @Nullable Decline decline,
            RefundOutcome refunds,
            String... paymentMethods) {
        var card = new TestCard(number, brand, funding, authentication, decline, refunds, List.of(paymentMethods));
        BY_NUMBER.put(number, card);
        card.paymentMethods().forEach(id -> BY_PAYMENT_METHOD.put(id, card));
    }
}
