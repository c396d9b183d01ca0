package vn.chophien.marketplace.cart;

import java.util.Optional;
import vn.chophien.marketplace.catalog.VariantSnapshot;
import vn.chophien.marketplace.money.Money;

/** One variant at its price of this moment, with what is left of it. */
public record PricedLine(VariantSnapshot variant, int quantity, int available) {

    public Money total() {
        return variant.unitPrice().times(quantity);
    }

    public int weightGrams() {
        return Math.multiplyExact(variant.weightGrams(), quantity);
    }

    /** Why this line cannot be ordered as it stands. */
    public Optional<LineProblem> problem() {
        if (!variant.onSale()) {
            return Optional.of(LineProblem.NOT_ON_SALE);
        }
        if (available <= 0) {
            return Optional.of(LineProblem.OUT_OF_STOCK);
        }
        return available < quantity ? Optional.of(LineProblem.NOT_ENOUGH) : Optional.empty();
    }
}
