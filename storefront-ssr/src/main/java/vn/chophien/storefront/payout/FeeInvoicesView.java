package vn.chophien.storefront.payout;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import vn.chophien.storefront.page.FormErrors;

/**
 * A month's fee invoices.
 *
 * @param over whether the month is, so that they can be drawn
 * @param typed the refused form of a payment, with the {@code number} of its invoice
 */
public record FeeInvoicesView(
        YearMonth month,
        List<YearMonth> months,
        List<OperatorPayoutApi.FeeInvoice> invoices,
        boolean over,
        FormErrors errors,
        Map<String, String> typed) {

    public String typed(OperatorPayoutApi.FeeInvoice invoice, String field) {
        return invoice.number().equals(typed.get("number")) ? typed.getOrDefault(field, "") : "";
    }
}
