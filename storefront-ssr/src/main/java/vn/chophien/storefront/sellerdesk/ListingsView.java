package vn.chophien.storefront.sellerdesk;

import vn.chophien.storefront.api.SellerApi;

/** The shop's listings that fit the words in the search field. */
public record ListingsView(String query, SellerApi.Listings listings) {}
