package vn.chophien.marketplace.fulfillment;

import java.util.Comparator;
import java.util.List;
import vn.chophien.marketplace.place.Province;

/** What delivery costs on one day. */
public final class Tariff {

    private final List<ShippingRate> rates;

    Tariff(List<ShippingRate> rates) {
        this.rates = List.copyOf(rates);
    }

    /** The services between two provinces for goods of this weight, the usual one first. */
    public List<ShippingOption> quote(Province from, Province to, int weightGrams) {
        var zone = ShippingZone.between(from, to);
        return rates.stream()
                .filter(rate -> rate.serves(zone, weightGrams))
                .map(rate -> rate.option(weightGrams))
                .sorted(Comparator.comparing(ShippingOption::service))
                .toList();
    }
}
