package vn.chophien.marketplace.order;

import vn.chophien.locales.Language;

/** How a part travels, and what that costs. */
record ShippingResource(String code, String name, long fee, int daysMin, int daysMax) {

    static ShippingResource from(SellerOrder part, OrderTexts texts, Language language) {
        var option = part.shipping();
        return new ShippingResource(
                option.service().code(),
                texts.shippingName(option.service(), language),
                option.fee().minor(),
                option.daysMin(),
                option.daysMax());
    }
}
