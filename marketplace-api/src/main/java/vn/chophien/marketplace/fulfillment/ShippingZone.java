package vn.chophien.marketplace.fulfillment;

import vn.chophien.marketplace.place.Province;

/** How far a parcel goes, as carriers reckon it. */
public enum ShippingZone {
    SAME_PROVINCE,
    SAME_REGION,
    FAR;

    public static ShippingZone between(Province from, Province to) {
        if (from.code().equals(to.code())) {
            return SAME_PROVINCE;
        }
        return from.regionCode().equals(to.regionCode()) ? SAME_REGION : FAR;
    }
}
