package vn.chophien.storefront.design;

import java.util.List;
import vn.chophien.storefront.api.ListingCard;
import vn.chophien.storefront.page.FormErrors;

public record DesignView(List<ListingCard> cards, FormErrors errors) {}
