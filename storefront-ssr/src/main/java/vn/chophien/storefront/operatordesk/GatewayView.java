package vn.chophien.storefront.operatordesk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chophien.storefront.page.FormErrors;

/**
 * The market's money at the gateway.
 *
 * @param done what was done just now
 * @param key makes a form that is sent twice record once
 * @param typed refused input by field
 */
public record GatewayView(
        GatewayApi.Balance balance,
        GatewayApi.Way way,
        GatewayApi.Deposits deposits,
        Optional<String> done,
        String key,
        FormErrors errors,
        Map<String, String> typed) {

    public static final List<String> WAYS = List.of("BANK_FILE", "GATEWAY");

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
