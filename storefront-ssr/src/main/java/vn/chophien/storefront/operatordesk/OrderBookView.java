package vn.chophien.storefront.operatordesk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.page.FormErrors;

/** @param number as typed */
public record OrderBookView(String number, Optional<OperatorApi.OrderBook> book, FormErrors errors) {

    /** Whose account it is: a seller's name, a carrier, or nobody's in particular. */
    public String owner(OperatorApi.@Nullable Entry entry) {
        var owner = entry == null ? null : entry.owner();
        return owner == null
                ? ""
                : book.map(OperatorApi.OrderBook::sellers)
                        .map(sellers -> sellers.getOrDefault(owner, owner))
                        .orElse(owner);
    }
}
