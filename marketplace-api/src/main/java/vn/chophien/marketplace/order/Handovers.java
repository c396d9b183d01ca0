package vn.chophien.marketplace.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.chophien.marketplace.fulfillment.ShippingService;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.CashCollections.Handover;

/** Which cash came in with which parcel of a seller order that was delivered. Pure. */
final class Handovers {

    private static final Set<ShippingService> AT_THE_SHOP = Set.of(ShippingService.PICKUP, ShippingService.VOUCHER);

    private Handovers() {}

    /** Together exactly what was due; a parcel with which nothing was collected is left out. */
    static List<Handover> of(SellerOrderFact.Delivered delivered) {
        var part = delivered.part();
        if (!part.due().isPositive()) {
            return List.of();
        }
        var amounts = amounts(part);
        var handovers = new ArrayList<Handover>();
        for (var index = 0; index < amounts.size(); index++) {
            if (amounts.get(index).isPositive()) {
                var parcel = part.shipments().get(index);
                handovers.add(new Handover(
                        OrderPayments.payable(delivered.order(), part),
                        parcel.position(),
                        part.seller().id(),
                        part.number(),
                        amounts.get(index),
                        !AT_THE_SHOP.contains(part.shipping().service()),
                        parcel.carrier(),
                        Objects.requireNonNullElse(parcel.deliveredAt(), delivered.at())));
            }
        }
        return List.copyOf(handovers);
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
