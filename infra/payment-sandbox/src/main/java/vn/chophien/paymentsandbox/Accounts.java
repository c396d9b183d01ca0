package vn.chophien.paymentsandbox;

import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Accounts that are connected to the platform: any {@code acct_…}, but for {@code acct_foreign…}, which belong to somebody else's platform.
 * {@code acct_restricted…} may not receive transfers.
 */
final class Accounts {

    private Accounts() {}

    static ObjectNode require(String id) {
        if (!id.matches("acct_[0-9A-Za-z_]+") || id.startsWith("acct_foreign")) {
            throw StripeProblem.foreignAccount(id);
        }
        var active = !id.startsWith("acct_restricted");
        var account = Json.object().put("id", id).put("object", "account");
        account.putObject("capabilities").put("transfers", active ? "active" : "inactive");
        account.put("charges_enabled", active).put("country", "VN").put("default_currency", "vnd");
        account.put("details_submitted", active).put("payouts_enabled", active).put("type", "express");
        account.putObject("metadata");
        return account;
    }
}
