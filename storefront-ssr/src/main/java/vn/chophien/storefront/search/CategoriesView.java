package vn.chophien.storefront.search;

import java.util.List;
import vn.chophien.storefront.api.CatalogApi;

/** All categories, two levels deep. */
public record CategoriesView(List<CatalogApi.Category> roots) {}
