package vn.chophien.paymentsandbox;

import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chophien.paymentsandbox.GatewayState.Kind;
import wiremock.com.fasterxml.jackson.databind.node.ArrayNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Money moved on to connected accounts, and back. Any account {@code acct_…} exists; {@code acct_restricted…} may not receive, and
 * {@code acct_emptied…} has paid out what it received, so that nothing can be reversed.
 */
final class Transfers {

    private final GatewayState state;
    private final InstantSource clock;
    private final Events events;
    private final Charges charges;
    private final Balance balance;

    Transfers(GatewayState state, InstantSource clock, Events events, Charges charges, Balance balance) {
        this.state = state;
        this.clock = clock;
        this.events = events;
        this.charges = charges;
        this.balance = balance;
    }

    ObjectNode create(Params params) {
        params.allowOnly(Set.of(
                "amount",
                "currency",
                "description",
                "destination",
                "expand",
                "metadata",
                "source_transaction",
                "transfer_group"));
        var amount = params.positive("amount");
        var currency = params.requiredText("currency");
        var destination = destination(params);
        var source = params.text("source_transaction");
        if (source != null) {
            charges.require(source);
        } else {
            balance.mustCover(
                    amount,
                    currency,
                    "You have insufficient available funds in your Stripe account. "
                            + "Try adding funds directly to your available balance.");
        }
        var id = Ids.next("tr");
        var transfer = Json.object().put("id", id).put("object", "transfer").put("amount", amount);
        transfer.put("amount_reversed", 0).put("balance_transaction", Ids.next("txn"));
        transfer.put("created", clock.instant().getEpochSecond()).put("currency", currency);
        transfer.put("description", params.text("description")).put("destination", destination);
        transfer.put("destination_payment", Ids.next("py")).put("livemode", false);
        params.nested("metadata").mergeInto(transfer.putObject("metadata"));
        var reversals = transfer.putObject("reversals").put("object", "list");
        reversals.putArray("data");
        reversals.put("has_more", false).put("total_count", 0).put("url", "/v1/transfers/" + id + "/reversals");
        transfer.put("reversed", false).put("source_transaction", source).put("source_type", "card");
        transfer.put("transfer_group", group(params, source));
        state.put(Kind.TRANSFER, id, transfer);
        events.publish("transfer.created", transfer);
        return transfer;
    }

    ObjectNode require(String id) {
        var transfer = state.find(Kind.TRANSFER, id);
        if (transfer == null) {
            throw StripeProblem.missing("transfer", id);
        }
        return transfer;
    }

    ObjectNode reverse(String id, Params params) {
        params.allowOnly(Set.of("amount", "description", "expand", "metadata", "refund_application_fee"));
        var transfer = require(id);
        var left = transfer.get("amount").asLong()
                - transfer.get("amount_reversed").asLong();
        var amount = params.positive("amount", left);
        if (amount > left) {
            throw StripeProblem.invalid(
                    "amount_too_large",
                    "amount",
                    "The amount you are reversing (%d) is greater than the remaining amount (%d)."
                            .formatted(amount, left));
        }
        if (transfer.get("destination").asText().startsWith("acct_emptied")) {
            throw Balance.insufficient("The connected account does not have enough funds to reverse this transfer.");
        }
        var reversal = Json.object().put("id", Ids.next("trr")).put("object", "transfer_reversal");
        reversal.put("amount", amount).put("balance_transaction", Ids.next("txn"));
        reversal.put("created", clock.instant().getEpochSecond())
                .put("currency", transfer.get("currency").asText());
        reversal.put("destination_payment_refund", Ids.next("pyr"));
        params.nested("metadata").mergeInto(reversal.putObject("metadata"));
        reversal.putNull("source_refund").put("transfer", id);
        var reversals = (ObjectNode) transfer.get("reversals");
        ((ArrayNode) reversals.get("data")).insert(0, reversal);
        reversals.put("total_count", reversals.get("total_count").asInt() + 1);
        transfer.put("amount_reversed", transfer.get("amount_reversed").asLong() + amount);
        transfer.put("reversed", amount == left);
        state.put(Kind.TRANSFER, id, transfer);
        events.publish("transfer.reversed", transfer);
        return reversal;
    }

    /** The newest first. */
    ObjectNode reversals(String id) {
        return ((ObjectNode) require(id).get("reversals")).deepCopy();
    }

    private static @Nullable String group(Params params, @Nullable String source) {
        var group = params.text("transfer_group");
        return group == null && source != null ? "group_" + source : group;
    }

    private static String destination(Params params) {
        var destination = params.requiredText("destination");
        if (!destination.matches("acct_[0-9A-Za-z_]+")) {
            throw StripeProblem.invalid(
                    "resource_missing", "destination", "No such destination: '%s'".formatted(destination));
        }
        if (destination.startsWith("acct_restricted")) {
            throw StripeProblem.invalid(
                    "insufficient_capabilities_for_transfer",
                    "destination",
                    "Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments");
        }
        return destination;
    }
}
