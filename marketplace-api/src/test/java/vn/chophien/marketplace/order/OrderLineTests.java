package vn.chophien.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.OrderFixture.Goods;
import vn.chophien.marketplace.payment.PaymentMethod;

class OrderLineTests {

    @ParameterizedTest(name = "{0} đồng for {1} g, {2} pieces of {3} g together cost {4}")
    @CsvSource({
        "150000, 3000, 1, 3000, 150000",
        "150000, 3000, 1, 2999, 149950",
        "150000, 3000, 2, 5555, 277750",
        "150000, 3000, 1, 3400, 150000",
        "100000, 3000, 1, 1000, 33333",
        "100000, 3000, 1, 2000, 66667",
        "1, 2, 1, 1, 1",
        "99999, 1000, 3, 1, 100"
    })
    void costsWhatItWeighsAndNeverMoreThanOrdered(long price, int nominal, int pieces, int packed, long expected) {
        var line = line(new Goods(price, nominal, true, pieces));
        assertThat(line.priceOf(pieces, packed)).isEqualTo(Money.vnd(expected));
    }

    @Test
    void costsItsPriceWhenItIsNotWeighed() {
        assertThat(line(new Goods(98_000, 500, false, 3)).priceOf(2, null)).isEqualTo(Money.vnd(196_000));
    }

    private static OrderLine line(Goods goods) {
        return OrderFixture.order(PaymentMethod.COD, List.of(List.of(goods)))
                .sellerOrders()
                .getFirst()
                .lines()
                .getFirst();
    }
}
