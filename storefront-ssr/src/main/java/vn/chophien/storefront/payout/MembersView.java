package vn.chophien.storefront.payout;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chophien.storefront.page.FormErrors;

/**
 * A cooperative's members and what they delivered in a month.
 *
 * @param key names the attempt of the form
 * @param typed the refused form
 * @param payouts that can be split
 */
public record MembersView(
        List<SellerPayoutApi.Member> members,
        List<SellerPayoutApi.Delivery> deliveries,
        List<SellerPayoutApi.Payout> payouts,
        YearMonth month,
        List<YearMonth> months,
        Optional<String> done,
        String key,
        FormErrors errors,
        Map<String, String> typed) {

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean isTyped(String field, String value) {
        return value.equals(typed.get(field));
    }
}
