package vn.chophien.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;
import vn.chophien.paymentsandbox.Faults;
import vn.chophien.paymentsandbox.Webhooks;

class CardPaymentsIntegrationTests extends PaymentTestBase {

    @Autowired
    private CardPaymentRepository payments;

    @Autowired
    private PaymentReconciling reconciling;

    @Test
    void hearsByWebhookThatTheBuyerPaid() {
        var page = open(185_000);

        assertThat(pay(page, "4242424242424242"))
                .startsWith(RETURN_URL.toString())
                .endsWith("succeeded");

        awaitHearing("paid 185000");
        assertThat(cardPayments.refresh(payable).block()).isEqualTo(PaymentState.PAID);
        assertThat(cardPayments.openPage(payable).block()).isNull();
        assertThat(value(
                        "SELECT card_brand || card_last4 FROM payment_attempt WHERE payment_id = :id AND succeeded",
                        page.id().value()))
                .isEqualTo("visa4242");
    }

    @Test
    void opensOnePageForManyClicks() {
        var pages = Flux.range(0, 8)
                .flatMap(click -> cardPayments
                        .open(payable, "DH2611210001", Money.vnd(99_000), RETURN_URL, Language.VI)
                        .subscribeOn(Schedulers.parallel()))
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(pages)
                .extracting(PaymentPage::url)
                .containsOnly(pages.getFirst().url());
        assertThat(opened(pages.getFirst().id())).isEqualTo(1);
        assertThat(cardPayments.openPage(payable).block()).isEqualTo(pages.getFirst());
    }

    @Test
    void refusesToTakeMoneyTwice() {
        pay(open(50_000), "4242424242424242");
        awaitHearing("paid 50000");

        assertProblem(PaymentProblem.ALREADY_PAID, () -> open(50_000));
        assertProblem(PaymentProblem.ALREADY_PAID, () -> open(60_000));
    }

    @Test
    void seesThatItIsPaidBeforeTheWebhookTells() {
        SANDBOX.webhooks().mode(Webhooks.Mode.LOSE);
        pay(open(50_000), "4242424242424242");

        assertProblem(PaymentProblem.ALREADY_PAID, () -> open(50_000));
        assertThat(owner.heardOf(payable)).containsExactly("paid 50000");
    }

    @Test
    void closesTheOldPageWhenTheAmountChanges() {
        var old = open(50_000);

        var page = open(70_000);

        assertThat(page.id()).isNotEqualTo(old.id());
        assertThat(pay(old, "4242424242424242")).endsWith("redirect_status=failed");
        assertThat(pay(page, "4242424242424242")).endsWith("redirect_status=succeeded");
        awaitHearing("failed canceled", "paid 70000");
    }

    @Test
    void tellsOfADeclineAndTakesAnotherCardOnTheSamePage() {
        var page = open(40_000);
        assertThat(pay(page, "4000000000009995")).isEqualTo("HTTP 422");
        awaitHearing("failed insufficient-funds");
        assertThat(cardPayments.refresh(payable).block()).isEqualTo(PaymentState.FAILED);

        assertThat(open(40_000)).isEqualTo(page);
        pay(page, "5555555555554444");

        awaitHearing("failed insufficient-funds", "paid 40000");
    }

    @Test
    void paysAfterTheBankAsked() {
        var page = open(40_000);
        var challenge = page.url().resolve(pay(page, "4000000000003220"));

        assertThat(post(challenge, Map.of("decision", "approve"))).endsWith("redirect_status=succeeded");

        awaitHearing("paid 40000");
    }

    @Test
    void tellsThatTheHolderRefused() {
        var page = open(40_000);
        var challenge = page.url().resolve(pay(page, "4000000000003220"));

        post(challenge, Map.of("decision", "refuse"));

        awaitHearing("failed authentication-failed");
    }

    @Test
    void learnsFromTheReturningBuyerWhatALostWebhookDidNotTell() {
        SANDBOX.webhooks().mode(Webhooks.Mode.LOSE);
        pay(open(30_000), "4242424242424242");
        assertThat(owner.heardOf(payable)).isEmpty();

        assertThat(cardPayments.refresh(payable).block()).isEqualTo(PaymentState.PAID);

        assertThat(owner.heardOf(payable)).containsExactly("paid 30000");
    }

    @Test
    void reconcilesWhatALostWebhookLeftOpen() {
        SANDBOX.webhooks().mode(Webhooks.Mode.LOSE);
        var page = open(30_000);
        pay(page, "4242424242424242");

        execute(
                "UPDATE payment_intent SET check_at = now() WHERE id = :id",
                page.id().value());
        reconciling.reconcileDue().block();

        awaitHearing("paid 30000");
    }

    @Test
    void opensAtTheGatewayWhatACrashLeftHere() {
        var requested = CardPayment.request(
                PaymentId.generate(),
                payable,
                "DH2611210001",
                Money.vnd(20_000),
                RETURN_URL,
                Language.EN,
                InstantSource.system().instant());
        payments.insert(requested).block();
        assertThat(cardPayments.openPage(payable).block()).isNull();

        execute(
                "UPDATE payment_intent SET check_at = now() WHERE id = :id",
                requested.id().value());
        reconciling.reconcileDue().block();

        await(() -> cardPayments.openPage(payable).block() != null);
        assertThat(opened(requested.id())).isEqualTo(1);
        assertThat(open(20_000).id()).isEqualTo(requested.id());
    }

    @Test
    void closesWhatNobodyPaidForADay() {
        var page = open(20_000);
        execute(
                "UPDATE payment_intent SET created_at = now() - interval '25 hours', check_at = now() WHERE id = :id",
                page.id().value());

        reconciling.reconcileDue().block();

        awaitHearing("failed canceled");
        assertThat(pay(page, "4242424242424242")).endsWith("redirect_status=failed");
    }

    @Test
    void opensOnePaymentAlthoughTheAnswerWasLost() {
        SANDBOX.faults().order(Faults.Failure.answerLost("POST", "/v1/payment_intents", 2));

        var page = open(15_000);

        assertThat(opened(page.id())).isEqualTo(1);
    }

    @Test
    void saysThatTheGatewayIsAwayAndGoesOnLater() {
        SANDBOX.faults().order(Faults.Failure.outage("POST", "/v1/payment_intents", 3));
        assertProblem(PaymentProblem.UNAVAILABLE, () -> open(15_000));
        assertThat(cardPayments.refresh(payable).block()).isEqualTo(PaymentState.OPEN);

        SANDBOX.faults().clear();
        var page = open(15_000);

        assertThat(pay(page, "4242424242424242")).endsWith("succeeded");
        awaitHearing("paid 15000");
    }

    @Test
    void answersWithWhatIsKnownWhenTheGatewayIsAway() {
        open(15_000);
        SANDBOX.faults().order(Faults.Failure.outage("GET", "/v1/payment_intents/.*", 3));

        assertThat(cardPayments.refresh(payable).block()).isEqualTo(PaymentState.OPEN);
    }

    @Test
    void opensAnotherPaymentWhenTheGatewayRefusedTheFirst() {
        assertProblem(PaymentProblem.REFUSED, () -> open(1_000_000_000));
        assertThat(owner.heardOf(payable)).containsExactly("failed refused");

        assertThat(open(15_000).url()).isNotNull();
    }

    @Test
    void closesAPaymentForGood() {
        var page = open(25_000);

        assertThat(cardPayments.cancel(payable).block()).isEqualTo(PaymentState.CANCELED);

        assertThat(cardPayments.openPage(payable).block()).isNull();
        assertThat(pay(page, "4242424242424242")).endsWith("redirect_status=failed");
        assertThat(owner.heardOf(payable)).containsExactly("failed canceled");
    }

    @Test
    void answersPaidWhenTheMoneyWonTheRaceAgainstTheCancellation() {
        SANDBOX.webhooks().mode(Webhooks.Mode.LOSE);
        pay(open(25_000), "4242424242424242");

        assertThat(cardPayments.cancel(payable).block()).isEqualTo(PaymentState.PAID);
        assertThat(owner.heardOf(payable)).containsExactly("paid 25000");
    }

    @Test
    void closesLaterWhatItCouldNotCloseNow() {
        var page = open(25_000);
        SANDBOX.faults().order(Faults.Failure.outage("POST", "/v1/payment_intents/.*/cancel", 3));
        assertProblem(
                PaymentProblem.UNAVAILABLE, () -> cardPayments.cancel(payable).block());
        assertThat(cardPayments.openPage(payable).block()).isNull();

        execute(
                "UPDATE payment_intent SET check_at = now() WHERE id = :id",
                page.id().value());
        reconciling.reconcileDue().block();

        awaitHearing("failed canceled");
    }

    @Test
    void knowsNothingOfAPayableThatNeverHadAPayment() {
        assertThat(cardPayments.refresh(payable).block()).isNull();
        assertThat(cardPayments.cancel(payable).block()).isNull();
        assertThat(cardPayments.openPage(payable).block()).isNull();
    }

    @Test
    void leadsBackToTheLastReturnAddressInTheLastLanguage() {
        open(25_000);
        var elsewhere = URI.create("http://shop.example/en/orders/DH2611210001");

        var page = cardPayments
                .open(payable, "DH2611210001", Money.vnd(25_000), elsewhere, Language.EN)
                .blockOptional()
                .orElseThrow();

        assertThat(page.url().toString()).endsWith("lang=en").contains("%2Fen%2Forders%2F");
        assertThat(pay(page, "4242424242424242")).startsWith(elsewhere.toString());
    }

    private static void assertProblem(ProblemType type, Runnable action) {
        assertThatThrownBy(action::run)
                .asInstanceOf(InstanceOfAssertFactories.throwable(ProblemException.class))
                .extracting(ProblemException::type)
                .isEqualTo(type);
    }
}
