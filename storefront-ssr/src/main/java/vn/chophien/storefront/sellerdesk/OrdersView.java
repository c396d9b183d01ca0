package vn.chophien.storefront.sellerdesk;

import java.util.List;
import vn.chophien.storefront.api.SellerApi;

/** The orders of one state, the way a packer works through them. */
public record OrdersView(String state, SellerApi.SellerOrders orders) {

    public static final List<String> STATES =
            List.of("NEW", "CONFIRMED", "PARTLY_SHIPPED", "SHIPPED", "DELIVERED", "CANCELLED");
}
