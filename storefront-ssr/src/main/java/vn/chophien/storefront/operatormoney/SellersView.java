package vn.chophien.storefront.operatormoney;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** @param q the words searched for */
public record SellersView(String q, OperatorMoneyApi.Sellers sellers) {

    public Optional<String> next() {
        return Optional.ofNullable(sellers.nextCursor())
                .map(cursor -> "/operator-desk/sellers?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&cursor="
                        + cursor);
    }
}
