package vn.chophien.marketplace.cart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.catalog.VariantSnapshot;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.Seller;
import vn.chophien.marketplace.seller.SellerId;

/** A cart at the prices and with the stock of this moment, its lines grouped by shop. */
public record PricedCart(CartId id, long version, List<PricedShop> shops) {

    public PricedCart {
        shops = List.copyOf(shops);
    }

    static PricedCart of(
            Cart cart,
            Map<VariantId, VariantSnapshot> variants,
            Map<VariantId, Integer> available,
            Map<SellerId, Seller> sellers) {
        var shops = new LinkedHashMap<Seller, List<PricedLine>>();
        for (var line : cart.lines()) {
            var variant = variants.get(line.variant());
            var seller = variant == null ? null : sellers.get(variant.sellerId());
            if (variant != null && seller != null) {
                var priced = new PricedLine(variant, line.quantity(), available.getOrDefault(line.variant(), 0));
                shops.merge(seller, List.of(priced), PricedCart::concat);
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
