package vn.chophien.storefront.order;

import java.util.List;
import java.util.Optional;
import vn.chophien.storefront.api.OrderApi;

/**
 * What an order page shows.
 *
 * @param token the guest's key to the order, repeated in every form of the page
 * @param returned the buyer comes from the gateway's pay page
 */
public record OrderView(OrderApi.Order order, Optional<String> token, boolean returned, Optional<String> refusal) {

    /** The states a parcel passes on its way, for the progress steps. */
    public static final List<String> STEPS = List.of("NEW", "CONFIRMED", "SHIPPED", "DELIVERED");

    public boolean reached(OrderApi.SellerOrder part, String step) {
        return STEPS.indexOf(part.state()) >= STEPS.indexOf(step);
    }

    public String query() {
        return token.map(value -> "?token=" + value).orElse("");
    }

    /** The page looks again by itself while the gateway's word is awaited. */
    public boolean waiting() {
        return returned && order.awaitsPayment() && !order.payment().state().equals("FAILED");
    }
}
