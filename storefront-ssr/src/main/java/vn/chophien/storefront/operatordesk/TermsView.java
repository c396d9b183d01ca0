package vn.chophien.storefront.operatordesk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.chophien.storefront.page.FormErrors;

/**
 * @param added a row was added just now
 * @param typed refused input by field
 */
public record TermsView(List<OperatorApi.Term> terms, boolean added, FormErrors errors, Map<String, String> typed) {

    public static final List<String> KINDS = List.of(
            "COMMISSION",
            "REFUND_COMMISSION",
            "WITHHELD_VAT",
            "WITHHELD_PIT",
            "WITHHOLD_ON_DIRECT_MONEY",
            "GATEWAY_FEE",
            "REFUND_GATEWAY_FEE",
            "COD_REMITTANCE",
            "RETURN_WINDOW_DAYS",
            "LEGAL_RETURN_DAYS",
            "SHOP_ANSWER_DAYS",
            "APPEAL_DAYS",
            "FEE_NOTICE_DAYS",
            "TAX_RETURN_DUE_DAY",
            "FEE_INVOICE_DUE_DAY",
            "VAT_METHOD",
            "VAT_RATE");
    public static final List<String> SELLER_TYPES =
            List.of("HTX", "LIEN_HIEP_HTX", "TO_HOP_TAC", "HO_KINH_DOANH", "SME");
    public static final List<String> CHOICES = List.of("PLATFORM", "SELLER", "CREDIT", "DIRECT");

    public Map<String, List<OperatorApi.Term>> byKind() {
        var found = terms.stream().collect(Collectors.groupingBy(OperatorApi.Term::kind));
        var sorted = new LinkedHashMap<String, List<OperatorApi.Term>>();
        KINDS.stream().filter(found::containsKey).forEach(kind -> sorted.put(kind, found.get(kind)));
        return sorted;
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
