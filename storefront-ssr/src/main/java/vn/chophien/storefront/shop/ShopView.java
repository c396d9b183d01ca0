package vn.chophien.storefront.shop;

import vn.chophien.storefront.api.CatalogApi;

/** @param first whether {@code listings} is the first page of the shop's goods */
public record ShopView(CatalogApi.Shop shop, CatalogApi.Listings listings, boolean first) {}
