package vn.chophien.storefront.operatordesk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.page.FormErrors;

/**
 * @param key makes a form that is sent twice record once
 * @param typed refused input by field
 */
public record CashView(
        List<OperatorApi.Outstanding> outstanding,
        List<OperatorApi.Remittance> remittances,
        @Nullable String nextCursor,
        boolean recorded,
        String key,
        FormErrors errors,
        Map<String, String> typed) {

    public Map<String, List<OperatorApi.Outstanding>> byCarrier() {
        return new TreeMap<>(outstanding.stream().collect(Collectors.groupingBy(OperatorApi.Outstanding::carrier)));
    }

    public static long sum(List<OperatorApi.Outstanding> of) {
        return of.stream().mapToLong(OperatorApi.Outstanding::amount).sum();
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
