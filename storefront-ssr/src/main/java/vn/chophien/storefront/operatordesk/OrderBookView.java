package vn.chophien.storefront.operatordesk;

import java.util.Optional;
import vn.chophien.storefront.page.FormErrors;

/** @param number as typed */
public record OrderBookView(String number, Optional<OperatorApi.OrderBook> book, FormErrors errors) {}
