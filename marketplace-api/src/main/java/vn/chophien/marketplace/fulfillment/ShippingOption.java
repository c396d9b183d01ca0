package vn.chophien.marketplace.fulfillment;

import vn.chophien.marketplace.money.Money;

/** A service a parcel can go by, what it costs, and after how many days it arrives. */
public record ShippingOption(ShippingService service, Money fee, int daysMin, int daysMax) {}
