package vn.chophien.marketplace.fulfillment;

import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;

/**
 * One row of the tariff.
 *
 * @param overGrams serves weights above this
 * @param upToGrams and up to this; without it, any
 * @param stepGrams each started step above {@code overGrams} adds {@code stepFee}; without it the fee is flat
 */
record ShippingRate(
        ShippingService service,
        ShippingZone zone,
        int overGrams,
        @Nullable Integer upToGrams,
        Money baseFee,
        @Nullable Integer stepGrams,
        Money stepFee,
        int daysMin,
        int daysMax) {

    boolean serves(ShippingZone destination, int weightGrams) {
        return zone == destination && weightGrams > overGrams && (upToGrams == null || weightGrams <= upToGrams);
    }

    ShippingOption option(int weightGrams) {
        return new ShippingOption(service, fee(weightGrams), daysMin, daysMax);
    }

    private Money fee(int weightGrams) {
        return stepGrams == null
                ? baseFee
                : baseFee.plus(stepFee.times(Math.ceilDiv(weightGrams - overGrams, stepGrams)));
    }
}
