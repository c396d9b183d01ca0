package vn.chophien.storefront.sellerdesk;

import java.util.List;
import vn.chophien.storefront.api.ReturnApi;

/** The shop's returns in one state. */
public record ReturnsView(String state, ReturnApi.Returns returns) {

    public static final List<String> STATES =
            List.of("REQUESTED", "ACCEPTED", "ESCALATED", "REFUSED", "GOODS_BACK", "DISMISSED", "WITHDRAWN");
}
