package vn.chophien.marketplace.cart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.chophien.marketplace.catalog.Offer;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.Seller;

/** A cart at the prices and with the stock of this moment, its lines grouped by shop. */
public record PricedCart(CartId id, long version, List<PricedShop> shops) {

    public PricedCart {
        shops = List.copyOf(shops);
    }

    static PricedCart of(Cart cart, Map<VariantId, Offer> offers) {
        var shops = new LinkedHashMap<Seller, List<PricedLine>>();
        for (var line : cart.lines()) {
            var offer = offers.get(line.variant());
            if (offer != null) {
                var priced = new PricedLine(offer.variant(), line.quantity(), offer.available());
                shops.merge(offer.seller(), List.of(priced), PricedCart::concat);
            }
        }
        return new PricedCart(
                cart.id(),
                cart.version(),
                shops.entrySet().stream()
                        .map(shop -> new PricedShop(shop.getKey(), shop.getValue()))
                        .toList());
    }

    public boolean isEmpty() {
        return shops.isEmpty();
    }

    public int itemCount() {
        return lines().mapToInt(PricedLine::quantity).sum();
    }

    public Money subtotal() {
        return shops.stream().map(PricedShop::subtotal).reduce(Money.vnd(0), Money::plus);
    }

    public Stream<PricedLine> lines() {
        return shops.stream().flatMap(shop -> shop.lines().stream());
    }

    private static List<PricedLine> concat(List<PricedLine> first, List<PricedLine> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
