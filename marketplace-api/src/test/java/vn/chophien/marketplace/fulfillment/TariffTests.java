package vn.chophien.marketplace.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.place.Province;

class TariffTests {
    private static final Places PLACES = new Places();
    private static final Province DAK_LAK = PLACES.province("66").orElseThrow();
    private static final Province GIA_LAI = PLACES.province("52").orElseThrow();
    private static final Province HA_NOI = PLACES.province("01").orElseThrow();

    private final Tariff tariff = new Tariff(List.of(
            rate(ShippingService.EXPRESS, ShippingZone.FAR, 0, 20_000, 52_000, 1_000, 12_000),
            rate(ShippingService.STANDARD, ShippingZone.FAR, 0, 2_000, 38_000, null, 0),
            rate(ShippingService.STANDARD, ShippingZone.FAR, 2_000, null, 38_000, 1_000, 6_500),
            rate(ShippingService.STANDARD, ShippingZone.SAME_REGION, 0, null, 30_000, null, 0),
            rate(ShippingService.STANDARD, ShippingZone.SAME_PROVINCE, 0, null, 22_000, null, 0),
            rate(ShippingService.VOUCHER, ShippingZone.FAR, -1, 0, 0, null, 0)));

    @Test
    void reckonsDistanceByProvinceAndRegion() {
        assertThat(fees(DAK_LAK, DAK_LAK, 800)).containsExactly(22_000L);
        assertThat(fees(DAK_LAK, GIA_LAI, 800)).containsExactly(30_000L);
        assertThat(ShippingZone.between(DAK_LAK, HA_NOI)).isEqualTo(ShippingZone.FAR);
    }

    @Test
    void chargesEachStartedStepAboveTheBracket() {
        assertThat(tariff.quote(DAK_LAK, HA_NOI, 2_000))
                .extracting(ShippingOption::service, option -> option.fee().minor())
                .containsExactly(tuple(ShippingService.STANDARD, 38_000L), tuple(ShippingService.EXPRESS, 76_000L));
        assertThat(fees(DAK_LAK, HA_NOI, 2_001)).first().isEqualTo(44_500L);
        assertThat(fees(DAK_LAK, HA_NOI, 3_000)).first().isEqualTo(44_500L);
        assertThat(fees(DAK_LAK, HA_NOI, 3_001)).first().isEqualTo(51_000L);
    }

    @Test
    void leavesOutServicesThatDoNotTakeTheWeight() {
        assertThat(tariff.quote(DAK_LAK, HA_NOI, 20_001))
                .extracting(ShippingOption::service)
                .containsExactly(ShippingService.STANDARD);
    }

    @Test
    void sendsServicesAsAVoucher() {
        assertThat(tariff.quote(DAK_LAK, HA_NOI, 0))
                .extracting(ShippingOption::service)
                .containsExactly(ShippingService.VOUCHER);
    }

    private List<Long> fees(Province from, Province to, int weight) {
        return tariff.quote(from, to, weight).stream()
                .map(option -> option.fee().minor())
                .toList();
    }

    private static ShippingRate rate(
            ShippingService service,
            ShippingZone zone,
            int over,
            @Nullable Integer upTo,
            long base,
            @Nullable Integer step,
            long stepFee) {
        return new ShippingRate(service, zone, over, upTo, Money.vnd(base), step, Money.vnd(stepFee), 1, 2);
    }
}
