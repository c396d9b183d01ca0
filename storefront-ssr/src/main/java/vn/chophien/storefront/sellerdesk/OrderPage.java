package vn.chophien.storefront.sellerdesk;

import java.util.Optional;
import vn.chophien.storefront.api.SellerApi;
import vn.chophien.storefront.page.FormErrors;

/**
 * One order on the desk.
 *
 * @param done the step just taken: {@code confirm}, {@code ship}, {@code deliver} or {@code cancel}
 * @param carrier as typed in a refused form
 */
public record OrderPage(
        SellerApi.SellerOrder order,
        Optional<String> done,
        FormErrors errors,
        String carrier,
        String trackingCode,
        String reason) {

    static OrderPage of(SellerApi.SellerOrder order, Optional<String> done) {
        return new OrderPage(order, done, FormErrors.none(), "", "", "");
    }

    public boolean cancellable() {
        return switch (order.state()) {
            case "NEW", "CONFIRMED" -> true;
            default -> false;
        };
    }

    public boolean collectsCash() {
        return "COD".equals(order.paymentMethod());
    }
}
