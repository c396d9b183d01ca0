package vn.chophien.marketplace.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.gateway.GatewayException;
import vn.chophien.marketplace.payment.gateway.GatewayTransfer;
import vn.chophien.marketplace.payment.stripe.StripeSettings.CaptureMethod;
import vn.chophien.paymentsandbox.Faults;
import vn.chophien.paymentsandbox.PaymentSandbox;
import vn.chophien.paymentsandbox.SandboxSettings;

/** Transfers against the sandbox, whose answers have the shapes that Stripe documents. */
class StripePayoutGatewayTests {

    private static final PaymentSandbox SANDBOX = PaymentSandbox.start(SandboxSettings.defaults());
    private static final String ACCOUNT = "acct_1HtxCuMgar";

    private final String key = UUID.randomUUID().toString();
    private final StripePayoutGateway gateway = new StripePayoutGateway(new StripeSettings(
            SANDBOX.url(),
            SandboxSettings.DEFAULT_SECRET_KEY,
            List.of(),
            URI.create("https://pay.example/pay"),
            CaptureMethod.AUTOMATIC,
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            2));

    @BeforeAll
    static void takeMoneyIn() {
        RestClient.create(SANDBOX.url().toString())
                .post()
                .uri("/v1/payment_intents")
                .header("Authorization", "Bearer " + SandboxSettings.DEFAULT_SECRET_KEY)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body("amount=1000000&currency=vnd&confirm=true&payment_method=pm_card_visa"
                        + "&payment_method_types[]=card&transfer_group=DH2611210001")
                .retrieve()
                .toBodilessEntity();
    }

    @AfterEach
    void mend() {
        SANDBOX.faults().clear();
        gateway.destroy();
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Test
    void transfersOnceForARepeatedKey() {
        var first = transfer(key, 100_000);
        assertThat(first.account()).isEqualTo(ACCOUNT);
        assertThat(first.group()).isEqualTo("DH2611210001");
        assertThat(transfer(key, 100_000).id()).isEqualTo(first.id());
        assertThat(gateway.find(first.id()).block()).isEqualTo(first);
    }

    @Test
    void transfersOnceThroughAnOutage() {
        SANDBOX.faults().order(Faults.Failure.outage("POST", "/v1/transfers", 2));
        assertThat(transfer(key, 50_000).amount()).isEqualTo(Money.vnd(50_000));
    }

    @Test
    void takesBackNoMoreThanWasTransferred() {
        var transfer = transfer(key, 80_000);
        var reversal = gateway.reverse(key, transfer.id(), Money.vnd(30_000))
                .blockOptional()
                .orElseThrow();
        assertThat(gateway.reverse(key, transfer.id(), Money.vnd(30_000))
                        .blockOptional()
                        .orElseThrow()
                        .id())
                .isEqualTo(reversal.id());
        var known = gateway.find(transfer.id()).blockOptional().orElseThrow();
        assertThat(known.reversed()).isEqualTo(Money.vnd(30_000));
        assertRefused(
                "amount_too_large",
                () -> gateway.reverse(key + "-2", transfer.id(), Money.vnd(50_001))
                        .block());
    }

    @Test
    void findsWhatItDidForAKey() {
        var transfer = transfer(key, 20_000);
        var group = "DH2611210001";
        assertThat(gateway.findTransfer(key, group).block()).isEqualTo(transfer);
        assertThat(gateway.findTransfer(key + "-other", group).blockOptional()).isEmpty();
        assertThat(gateway.findReversal(key, transfer.id()).blockOptional()).isEmpty();
        var reversal = gateway.reverse(key, transfer.id(), Money.vnd(5_000)).block();
        assertThat(gateway.findReversal(key, transfer.id()).block()).isEqualTo(reversal);
    }

    @Test
    void knowsWhichAccountsMayReceive() {
        assertThat(gateway.mayReceive(ACCOUNT).block()).isTrue();
        assertThat(gateway.mayReceive("acct_restricted1").block()).isFalse();
        assertThat(gateway.mayReceive("acct_foreign1").blockOptional()).isEmpty();
    }

    @Test
    void saysWhatTheMarketHas() {
        var before = gateway.balance().blockOptional().orElseThrow();
        transfer(key, 10_000);
        assertThat(gateway.balance().block()).isEqualTo(before.minus(Money.vnd(10_000)));
    }

    @Test
    void saysWhyMoneyCannotMove() {
        assertRefused("balance_insufficient", () -> transfer(key, 1_000_001));
        assertRefused(
                "insufficient_capabilities_for_transfer",
                () -> gateway.transfer(key + "-2", "acct_restricted1", Money.vnd(1), "DH2611210001")
                        .block());
        assertRefused(
                "resource_missing",
                () -> gateway.transfer(key + "-3", "shop", Money.vnd(1), "DH2611210001")
                        .block());
        var gone = gateway.transfer(key + "-4", "acct_emptied1", Money.vnd(1_000), "DH2611210001")
                .blockOptional()
                .orElseThrow();
        assertRefused(
                "balance_insufficient",
                () -> gateway.reverse(key, gone.id(), Money.vnd(1_000)).block());
    }

    private GatewayTransfer transfer(String name, long amount) {
        return gateway.transfer(name, ACCOUNT, Money.vnd(amount), "DH2611210001")
                .blockOptional()
                .orElseThrow();
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        GatewayException.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
