package vn.chophien.storefront.shop;

import java.util.List;
import vn.chophien.storefront.api.CatalogApi;
import vn.chophien.storefront.api.PlaceApi;

/**
 * @param provinces to choose from; empty when they could not be had
 * @param province the chosen code, empty for the whole country
 */
public record ShopsView(CatalogApi.Shops shops, List<PlaceApi.Province> provinces, String province, boolean first) {}
