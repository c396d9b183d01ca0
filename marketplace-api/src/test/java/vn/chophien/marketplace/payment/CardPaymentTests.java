package vn.chophien.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.CardPayment.State;
import vn.chophien.marketplace.payment.gateway.GatewayPayment;
import vn.chophien.marketplace.payment.gateway.GatewayPayment.Attempt;
import vn.chophien.marketplace.payment.gateway.GatewayPayment.Status;

class CardPaymentTests {

    private final CardPayment requested = CardPayment.request(
            PaymentId.generate(),
            new PayableId(UUID.randomUUID()),
            "DH2611210001",
            Money.vnd(100_000),
            URI.create("https://shop.example"),
            Language.VI,
            Instant.EPOCH);

    @Test
    void opensWhenTheGatewayKnowsIt() {
        var open = requested.learn(seen(Status.WAITING, null, null));

        assertThat(open.state()).isEqualTo(State.OPEN);
        assertThat(open.gatewayId()).isEqualTo("pi_1");
        assertThat(open.isPayable()).isTrue();
        assertThat(open.isNewsAfter(requested)).isFalse();
    }

    @Test
    void isNewsForEachRefusedCardOnce() {
        var open = requested.learn(seen(Status.WAITING, null, null));
        var first = open.learn(seen(Status.WAITING, "expired-card", "ch_1"));
        var same = first.learn(seen(Status.WAITING, "expired-card", "ch_1"));
        var second = first.learn(seen(Status.WAITING, "expired-card", "ch_2"));

        assertThat(first.state()).isEqualTo(State.FAILED);
        assertThat(first.isNewsAfter(open)).isTrue();
        assertThat(same).isEqualTo(first);
        assertThat(second.isNewsAfter(first)).isTrue();
        assertThat(second.isPayable()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void losesNothingToALateAnswerOncePaid(Status late) {
        var paid = requested.learn(seen(Status.PAID, null, "ch_1"));

        assertThat(paid.received()).isEqualTo(Money.vnd(100_000));
        assertThat(paid.learn(seen(late, "expired-card", "ch_0"))).isEqualTo(paid);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void staysClosed(Status late) {
        var canceled = requested.learn(seen(Status.CANCELED, null, null));

        assertThat(canceled.failureReason()).isEqualTo("canceled");
        assertThat(canceled.isNewsAfter(requested)).isTrue();
        assertThat(canceled.learn(seen(late, null, null))).isEqualTo(canceled);
    }

    @Test
    void showsFewerStatesThanItKeeps() {
        assertThat(requested.visible()).isEqualTo(PaymentState.OPEN);
        assertThat(requested.learn(seen(Status.PROCESSING, null, null)).visible())
                .isEqualTo(PaymentState.PROCESSING);
    }

    private static GatewayPayment seen(Status status, @Nullable String reason, @Nullable String charge) {
        var attempt = charge == null ? null : new Attempt(charge, status == Status.PAID, "visa", "4242", Instant.EPOCH);
        return new GatewayPayment(
                "pi_1", "secret", status, Money.vnd(status == Status.PAID ? 100_000 : 0), reason, attempt);
    }
}
