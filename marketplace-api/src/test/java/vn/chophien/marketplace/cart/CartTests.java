package vn.chophien.marketplace.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.catalog.VariantId;

class CartTests {
    private static final VariantId COFFEE = VariantId.generate();
    private static final VariantId HONEY = VariantId.generate();

    @Test
    void addsToWhatIsThere() {
        var cart = empty().add(COFFEE, 2).add(HONEY, 1).add(COFFEE, 3);
        assertThat(cart.lines()).containsExactly(new CartLine(COFFEE, 5), new CartLine(HONEY, 1));
    }

    @Test
    void takesALineOutAtZero() {
        assertThat(empty().add(COFFEE, 2).put(COFFEE, 0).lines()).isEmpty();
        assertThat(empty().put(COFFEE, 0).lines()).isEmpty();
    }

    @Test
    void refusesMoreThanNinetyNineOfOneProduct() {
        var cart = empty().add(COFFEE, 99);
        assertThatThrownBy(() -> cart.add(COFFEE, 1)).isInstanceOf(CartProblem.class);
        assertThat(cart.put(COFFEE, 98).quantityOf(COFFEE)).isEqualTo(98);
    }

    @Test
    void refusesAHundredAndFirstProduct() {
        var full = full();
        assertThatThrownBy(() -> full.add(COFFEE, 1)).isInstanceOf(CartProblem.class);
    }

    @Test
    void mergesAsFarAsTheLimitsAllow() {
        var merged = empty().add(COFFEE, 60).merge(empty().add(COFFEE, 60).add(HONEY, 2));
        assertThat(merged.lines()).containsExactly(new CartLine(COFFEE, 99), new CartLine(HONEY, 2));
        assertThat(full().merge(empty().add(COFFEE, 1)).lines()).hasSize(Cart.MAX_LINES);
    }

    private static Cart full() {
        return new Cart(
                CartId.generate(),
                null,
                1,
                IntStream.range(0, Cart.MAX_LINES)
                        .mapToObj(line -> new CartLine(VariantId.generate(), 1))
                        .toList());
    }

    private static Cart empty() {
        return new Cart(CartId.generate(), null, 1, List.of());
    }
}
