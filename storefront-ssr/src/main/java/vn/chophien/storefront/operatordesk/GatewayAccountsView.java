package vn.chophien.storefront.operatordesk;

import java.util.Map;
import java.util.Optional;
import vn.chophien.storefront.page.FormErrors;

/**
 * Sellers' accounts at the gateway.
 *
 * @param done what was done just now
 * @param typed refused input by field
 */
public record GatewayAccountsView(
        GatewayApi.Accounts accounts, Optional<String> done, FormErrors errors, Map<String, String> typed) {

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
