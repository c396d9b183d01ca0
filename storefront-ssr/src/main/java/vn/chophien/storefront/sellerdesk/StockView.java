package vn.chophien.storefront.sellerdesk;

import vn.chophien.storefront.api.StockApi;
import vn.chophien.storefront.page.FormErrors;

/** What runs low. */
public record StockView(StockApi.LowStock stock, FormErrors errors) {}
