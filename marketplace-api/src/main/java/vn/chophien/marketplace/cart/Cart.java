package vn.chophien.marketplace.cart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.security.AccountId;

/** The lines of a cart in the order they were put in, within the limits of a cart. */
record Cart(CartId id, @Nullable AccountId account, long version, List<CartLine> lines) {

    static final int MAX_QUANTITY = 99;
    static final int MAX_LINES = 100;

    Cart {
        lines = List.copyOf(lines);
    }

    /** The cart with so many more pieces; refused beyond the limits. */
    Cart add(VariantId variant, int quantity) {
        return put(variant, quantityOf(variant) + quantity);
    }

    /** The cart with exactly so many pieces, none for zero; refused beyond the limits. */
    Cart put(VariantId variant, int quantity) {
        if (quantity > MAX_QUANTITY) {
            throw CartProblem.tooMany(MAX_QUANTITY);
        }
        if (quantity > 0 && quantityOf(variant) == 0 && lines.size() >= MAX_LINES) {
            throw CartProblem.full(MAX_LINES);
        }
        return with(variant, quantity);
    }

    /** The cart with the lines of another added, as far as the limits allow: signing in must not fail over a full cart. */
    Cart merge(Cart other) {
        var merged = this;
        for (var line : other.lines) {
            var known = merged.quantityOf(line.variant());
            if (known > 0 || merged.lines.size() < MAX_LINES) {
                merged = merged.with(line.variant(), Math.min(MAX_QUANTITY, known + line.quantity()));
            }
        }
        return merged;
    }

    int quantityOf(VariantId variant) {
        return lines.stream()
                .filter(line -> line.variant().equals(variant))
                .mapToInt(CartLine::quantity)
                .sum();
    }

    private Cart with(VariantId variant, int quantity) {
        var changed = new ArrayList<CartLine>();
        lines.forEach(line -> changed.add(line.variant().equals(variant) ? new CartLine(variant, quantity) : line));
        if (quantityOf(variant) == 0) {
            changed.add(new CartLine(variant, quantity));
        }
        changed.removeIf(line -> line.quantity() == 0);
        return new Cart(id, account, version, changed);
    }
}
