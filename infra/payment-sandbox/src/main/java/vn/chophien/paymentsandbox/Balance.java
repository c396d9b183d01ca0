package vn.chophien.paymentsandbox;

import java.util.TreeSet;
import vn.chophien.paymentsandbox.GatewayState.Kind;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** What the platform has at the gateway. Nothing is ever pending here: money is there as soon as it is captured. */
final class Balance {

    private final GatewayState state;

    Balance(GatewayState state) {
        this.state = state;
    }

    /** What was captured, was not given back, has not been moved on and was not paid out. */
    long available(String currency) {
        var captured = state.newestFirst(Kind.CHARGE).stream()
                .filter(charge -> charge.get("captured").asBoolean()
                        && charge.get("currency").asText().equals(currency))
                .mapToLong(charge -> charge.get("amount_captured").asLong()
                        - charge.get("amount_refunded").asLong())
                .sum();
        var moved = state.newestFirst(Kind.TRANSFER).stream()
                .filter(transfer -> transfer.get("currency").asText().equals(currency))
                .mapToLong(transfer -> transfer.get("amount").asLong()
                        - transfer.get("amount_reversed").asLong())
                .sum();
        var paidOut = state.newestFirst(Kind.PAYOUT).stream()
                .filter(payout -> payout.get("currency").asText().equals(currency)
                        && !payout.get("status").asText().equals("failed"))
                .mapToLong(payout -> payout.get("amount").asLong())
                .sum();
        return captured - moved - paidOut;
    }

    /** Refuses, in Stripe's words for the occasion, what the platform does not have. */
    void mustCover(long amount, String currency, String otherwise) {
        if (amount > available(currency)) {
            throw insufficient(otherwise);
        }
    }

    static StripeProblem insufficient(String message) {
        return StripeProblem.invalid("balance_insufficient", null, message);
    }

    ObjectNode show() {
        var currencies = new TreeSet<String>();
        state.newestFirst(Kind.CHARGE)
                .forEach(charge -> currencies.add(charge.get("currency").asText()));
        var balance = Json.object().put("object", "balance").put("livemode", false);
        var available = balance.putArray("available");
        var pending = balance.putArray("pending");
        currencies.forEach(currency -> {
            amount(available.addObject(), available(currency), currency);
            amount(pending.addObject(), 0, currency);
        });
        return balance;
    }

    private static void amount(ObjectNode of, long amount, String currency) {
        of.put("amount", amount).put("currency", currency);
        of.putObject("source_types").put("card", amount);
    }
}
