package vn.chophien.marketplace.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.chophien.marketplace.fulfillment.Shipment;
import vn.chophien.marketplace.fulfillment.ShippingService;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.CashCollections.Handover;

/** Which cash came in with which parcel of a seller order. Pure. */
final class Handovers {

    private static final Set<ShippingService> AT_THE_SHOP = Set.of(ShippingService.PICKUP, ShippingService.VOUCHER);

    private Handovers() {}

    /** What its carrier was told to collect; none when that was nothing. No later step changes it ({@link SellerOrder#yetToCollect}). */
    static List<Handover> of(SellerOrderFact.Collected collected) {
        var part = collected.part();
        return part.shipments().stream()
                .filter(parcel -> parcel.position() == collected.parcel())
                .map(parcel -> handover(collected, parcel, part.collectible(parcel), true))
                .filter(handover -> handover.amount().isPositive())
                .toList();
    }

    /** Of all parcels, together exactly what was due; a parcel with which nothing was collected is left out. */
    static List<Handover> of(SellerOrderFact.Delivered delivered) {
        var part = delivered.part();
        if (!part.due().isPositive()) {
            return List.of();
        }
        var amounts = amounts(part);
        var handovers = new ArrayList<Handover>();
        for (var index = 0; index < amounts.size(); index++) {
            if (amounts.get(index).isPositive()) {
                handovers.add(handover(delivered, part.shipments().get(index), amounts.get(index), false));
            }
        }
        return List.copyOf(handovers);
    }

    private static Handover handover(SellerOrderFact fact, Shipment parcel, Money amount, boolean ahead) {
        var part = fact.part();
        return new Handover(
                OrderPayments.payable(fact.order(), part),
                parcel.position(),
                part.seller().id(),
                part.number(),
                amount,
                !AT_THE_SHOP.contains(part.shipping().service()),
                parcel.carrier(),
                ahead,
                at(fact, parcel));
    }

    private static Instant at(SellerOrderFact fact, Shipment parcel) {
        return Objects.requireNonNullElse(parcel.deliveredAt(), fact.at());
    }

    /**
     * What the carriers were told to collect. Parcels that left before goodwill had to reach the carrier in time may add up to more than was
     * due: then what was due is shared out in proportion, by largest remainder.
     */
    private static List<Money> amounts(SellerOrder part) {
        return part.due()
                .allocate(part.shipments().stream()
                        .mapToLong(parcel -> part.collectible(parcel).minor())
                        .toArray());
    }
}
