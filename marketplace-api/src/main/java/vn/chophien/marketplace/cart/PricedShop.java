package vn.chophien.marketplace.cart;

import java.util.List;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.Seller;

/** The lines of one shop. */
public record PricedShop(Seller seller, List<PricedLine> lines) {

    public PricedShop {
        lines = List.copyOf(lines);
    }

    public Money subtotal() {
        return lines.stream().map(PricedLine::total).reduce(Money.vnd(0), Money::plus);
    }

    /** What the parcel weighs; nothing for services. */
    public int weightGrams() {
        return lines.stream().mapToInt(PricedLine::weightGrams).sum();
    }
}
