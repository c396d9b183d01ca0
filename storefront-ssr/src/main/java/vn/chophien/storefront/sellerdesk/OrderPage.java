package vn.chophien.storefront.sellerdesk;

import java.util.Optional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import vn.chophien.storefront.api.OrderApi;
import vn.chophien.storefront.api.SellerApi;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.FormKey;

/**
 * One order on the desk.
 *
 * @param done the step just taken: {@code confirm}, {@code ship}, {@code deliver}, {@code cancel} or {@code goodwill}
 * @param typed a refused form
 */
public record OrderPage(
        SellerApi.SellerOrder order, Optional<String> done, FormErrors errors, MultiValueMap<String, String> typed) {

    static OrderPage of(SellerApi.SellerOrder order, Optional<String> done) {
        return new OrderPage(order, done, FormErrors.none(), new LinkedMultiValueMap<>());
    }

    public boolean can(String action) {
        return order.actions().contains(action);
    }

    /** While the buyer owes or has paid for goods. */
    public boolean canGive() {
        return switch (order.state()) {
            case "AWAITING_PAYMENT", "CANCELLED" -> false;
            default -> order.due() > 0;
        };
    }

    public boolean collectsCash() {
        return "COD".equals(order.paymentMethod());
    }

    /** Names the next attempt, so that a form that is sent twice takes effect once. */
    public String key() {
        return FormKey.next();
    }

    /** What was typed, or what there is. */
    public String typed(String field, Object otherwise) {
        var value = typed.getFirst(field);
        return value == null ? otherwise.toString() : value;
    }

    public OrderApi.OrderLine line(int position) {
        return order.lines().stream()
                .filter(line -> line.position() == position)
                .findFirst()
                .orElseThrow();
    }
}
