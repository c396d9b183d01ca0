package vn.chophien.paymentsandbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import vn.chophien.paymentsandbox.GatewayState.Kind;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The platform's own money on its way to its bank account. It is there a moment later; one whose description contains {@code fails} is sent
 * back by the bank after it was paid, as it happens with a closed account.
 */
final class Payouts {

    private static final Duration LATER = Duration.ofMillis(200);

    private final GatewayState state;
    private final InstantSource clock;
    private final Events events;
    private final Balance balance;
    private final Later later;

    Payouts(GatewayState state, InstantSource clock, Events events, Balance balance, Later later) {
        this.state = state;
        this.clock = clock;
        this.events = events;
        this.balance = balance;
        this.later = later;
    }

    ObjectNode create(Params params) {
        params.allowOnly(Set.of(
                "amount",
                "currency",
                "description",
                "destination",
                "expand",
                "metadata",
                "method",
                "source_type",
                "statement_descriptor"));
        var amount = params.positive("amount");
        var currency = params.requiredText("currency");
        balance.mustCover(amount, currency, "You have insufficient funds in your Stripe account for this payout.");
        var now = clock.instant().getEpochSecond();
        var id = Ids.next("po");
        var payout = Json.object().put("id", id).put("object", "payout").put("amount", amount);
        payout.putNull("application_fee").putNull("application_fee_amount");
        payout.put("arrival_date", now).put("automatic", false).put("balance_transaction", Ids.next("txn"));
        payout.put("created", now).put("currency", currency).put("description", params.text("description"));
        payout.put("destination", "ba_chophien").putNull("failure_balance_transaction");
        payout.putNull("failure_code").putNull("failure_message").put("livemode", false);
        params.nested("metadata").mergeInto(payout.putObject("metadata"));
        payout.put("method", "standard").putNull("original_payout").put("reconciliation_status", "not_applicable");
        payout.putNull("reversed_by").put("source_type", "card").putNull("statement_descriptor");
        payout.put("status", "pending").put("type", "bank_account");
        save(payout);
        events.publish("payout.created", payout);
        later.run(LATER, () -> arrive(id));
        return payout;
    }

    ObjectNode require(String id) {
        var payout = state.find(Kind.PAYOUT, id);
        if (payout == null) {
            throw StripeProblem.missing("payout", id);
        }
        return payout;
    }

    private void arrive(String id) {
        var payout = require(id).put("status", "paid");
        save(payout);
        events.publish("payout.paid", payout);
        var description = Json.text(payout, "description");
        if (description != null && description.contains("fails")) {
            later.run(LATER, () -> comeBack(id));
        }
    }

    private void comeBack(String id) {
        var payout = require(id).put("status", "failed").put("failure_code", "account_closed");
        payout.put("failure_message", "The bank account has been closed.");
        payout.put("failure_balance_transaction", Ids.next("txn"));
        save(payout);
        events.publish("payout.failed", payout);
    }

    private void save(ObjectNode payout) {
        state.put(Kind.PAYOUT, payout.get("id").asText(), payout);
    }
}
