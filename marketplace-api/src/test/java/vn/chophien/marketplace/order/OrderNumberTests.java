package vn.chophien.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OrderNumberTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Test
    void isShortEnoughToReadOut() {
        assertThat(OrderNumber.of(DAY, 1)).hasToString("DH2611210001");
        assertThat(OrderNumber.of(DAY, 1).ofPart(2)).isEqualTo("DH2611210001-2");
    }

    @Test
    void growsOnABusyDay() {
        assertThat(OrderNumber.of(DAY, 9_999)).hasToString("DH2611219999");
        assertThat(OrderNumber.of(DAY, 10_000)).hasToString("DH26112110000");
    }

    @Test
    void knowsItsDay() {
        assertThat(OrderNumber.of(DAY, 10_000).isOf(DAY)).isTrue();
        assertThat(OrderNumber.of(DAY, 1).isOf(DAY.plusDays(1))).isFalse();
    }

    @Test
    void leadsTheBuyerBackToTheOrder() {
        var number = OrderNumber.of(DAY, 7);
        assertThat(back("https://cho.example/orders/{number}?token={token}", number))
                .hasToString("https://cho.example/orders/DH2611210007?token=abc");
        assertThat(back("https://cho.example/back", number)).hasToString("https://cho.example/back?order=DH2611210007");
        assertThat(back("https://cho.example/back?lang=en", number))
                .hasToString("https://cho.example/back?lang=en&order=DH2611210007");
        assertThat(ReturnUrl.parse("javascript:alert(1)")).isEmpty();
        assertThat(ReturnUrl.parse("/relative")).isEmpty();
        assertThat(ReturnUrl.parse("http://")).isEmpty();
    }

    private static URI back(String template, OrderNumber number) {
        return ReturnUrl.of(ReturnUrl.parse(template).orElseThrow(), number, "abc");
    }
}
