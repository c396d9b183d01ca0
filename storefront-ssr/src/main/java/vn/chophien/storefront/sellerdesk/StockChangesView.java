package vn.chophien.storefront.sellerdesk;

import vn.chophien.storefront.api.StockApi;

/** How a variant's figures came about. */
public record StockChangesView(String variant, StockApi.Changes changes) {}
