package vn.chophien.paymentsandbox;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** Addresses of the pay page and back from it. */
final class PayPageLinks {

    private PayPageLinks() {}

    static URI challenge(URI base, ObjectNode intent, @Nullable String returnUrl) {
        var query = new LinkedHashMap<String, String>();
        query.put("client_secret", intent.get("client_secret").asText());
        if (returnUrl != null) {
            query.put("return_url", returnUrl);
        }
        return URI.create(base + "/pay/" + intent.get("id").asText() + "/authenticate?" + encode(query));
    }

    /** Where the buyer goes afterwards, with the parameters Stripe adds. */
    static String back(String returnUrl, ObjectNode intent) {
        var query = new LinkedHashMap<String, String>();
        query.put("payment_intent", intent.get("id").asText());
        query.put("payment_intent_client_secret", intent.get("client_secret").asText());
        query.put("redirect_status", redirectStatus(Status.of(intent)));
        int hash = returnUrl.indexOf('#');
        var address = hash < 0 ? returnUrl : returnUrl.substring(0, hash);
        var fragment = hash < 0 ? "" : returnUrl.substring(hash);
        return address + (address.contains("?") ? "&" : "?") + encode(query) + fragment;
    }

    private static String redirectStatus(Status status) {
        return switch (status) {
            case SUCCEEDED, REQUIRES_CAPTURE -> "succeeded";
            case PROCESSING -> "processing";
            case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, REQUIRES_ACTION, CANCELED -> "failed";
        };
    }

    static String encode(Map<String, String> query) {
        return query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
