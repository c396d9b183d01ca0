package vn.chophien.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.paymentsandbox.Faults;
import vn.chophien.paymentsandbox.Webhooks;

class RefundsIntegrationTests extends PaymentTestBase {

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private Poller refundFollowingPoller;

    @Test
    void givesAPartBackOnceForOneKey() {
        var page = paid(100_000, "4242424242424242");

        refund(30_000, "cancel-DH2611210001-1");
        refund(30_000, "cancel-DH2611210001-1");

        awaitHearing("paid 100000", "refunded 30000 cancel-DH2611210001-1");
        assertThat(states(page)).isEqualTo("SUCCEEDED");
    }

    @Test
    void givesBackNoMoreThanWasPaidEvenWhenManyAsk() {
        paid(100_000, "4242424242424242");

        var refusals = Flux.range(0, 8)
                .flatMap(part -> refunds.refund(payable, Money.vnd(30_000), "returned", new RefundKey("part-" + part))
                        .subscribeOn(Schedulers.parallel())
                        .then(Mono.just("accepted"))
                        .onErrorReturn(ProblemException.class, "refused"))
                .collectList()
                .block();

        assertThat(refusals).filteredOn("accepted"::equals).hasSize(3);
        await(() -> owner.heardOf(payable).size() == 4);
        assertThatThrownBy(() -> refund(10_001, "rest"))
                .asInstanceOf(InstanceOfAssertFactories.throwable(ProblemException.class))
                .extracting(ProblemException::type)
                .isEqualTo(PaymentProblem.REFUND_EXCEEDS_PAYMENT);
        refund(10_000, "rest");
    }

    @Test
    void sendsNothingThatItsOwnersTransactionTookBack() {
        var page = paid(50_000, "4242424242424242");

        assertThatThrownBy(() -> refunds.refund(payable, Money.vnd(50_000), "returned", new RefundKey("undone"))
                        .then(Mono.<Void>error(new IllegalStateException("The order could not be changed")))
                        .as(transaction::transactional)
                        .block())
                .isInstanceOf(IllegalStateException.class);

        assertThat(value(
                        "SELECT count(*) FROM refund WHERE payment_id = :id",
                        page.id().value()))
                .isEqualTo("0");
    }

    @Test
    void givesMoneyBackThatCameForAClosedOrder() {
        owner.close(payable);
        var page = open(45_000);

        pay(page, "4242424242424242");

        awaitHearing("paid 45000", "refunded 45000 late-" + page.id());
    }

    @Test
    void waitsForMoneyThatIsStillOnItsWay() {
        var page = open(45_000);
        refund(45_000, "cancel-1");
        pay(page, "4242424242424242");

        awaitHearing("paid 45000", "refunded 45000 cancel-1");
    }

    @Test
    void dropsARefundOfMoneyThatNeverCame() {
        var page = open(45_000);
        refund(45_000, "cancel-1");

        cardPayments.cancel(payable).block();

        assertThat(states(page)).isEqualTo("DROPPED");
    }

    @Test
    void triesAgainUntilTheGatewayHasIt() {
        var page = paid(80_000, "4242424242424242");
        SANDBOX.faults().order(Faults.Failure.answerLost("POST", "/v1/refunds", 4));

        refund(20_000, "returned-1");

        awaitHearing("paid 80000", "refunded 20000 returned-1");
        assertThat(value(
                        "SELECT count(*) FROM refund WHERE payment_id = :id",
                        page.id().value()))
                .isEqualTo("1");
        assertThat(SANDBOX.wireMock().getAllServeEvents().stream()
                        .filter(event -> event.getRequest().getUrl().equals("/v1/refunds"))
                        .filter(event -> event.getRequest().getBodyAsString().contains("amount=20000"))
                        .map(event -> event.getRequest().getHeader("Idempotency-Key"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void letsPeopleGiveBackWhatTheCardCouldNotTake() {
        var page = paid(35_000, "4000000000005126");

        refund(35_000, "returned-1");

        await(() -> states(page).equals("FAILED"));
        // The payable heard of it when the gateway took it, and is not told again.
        await(() -> value(
                        "SELECT string_agg(kind || amount || told || (seller_id IS NULL), ',') FROM bank_refund WHERE payment_id = :id",
                        page.id().value())
                .equals("CARD35000falsetrue"));
    }

    @Test
    void hearsOfWhatTheCardCouldNotTakeEvenWhenItsWebhookIsLost() {
        var page = paid(36_000, "4000000000005126");
        awaitDeliveries();
        SANDBOX.webhooks().mode(Webhooks.Mode.LOSE);

        refund(36_000, "returned-1");

        await(() -> {
            execute(
                    "UPDATE refund SET check_at = now() WHERE payment_id = :id AND check_at IS NOT NULL",
                    page.id().value());
            refundFollowingPoller.wake();
            return states(page).equals("FAILED");
        });
        assertThat(value(
                        "SELECT string_agg(kind || amount, ',') FROM bank_refund WHERE payment_id = :id",
                        page.id().value()))
                .isEqualTo("CARD36000");
    }

    @Test
    void givesNothingBackOfWhatWasNeverToBePaidByCard() {
        refunds.refund(new PayableId(UUID.randomUUID()), Money.vnd(1_000), "returned", new RefundKey("none"))
                .block();
    }

    private PaymentPage paid(long amount, String card) {
        var page = open(amount);
        pay(page, card);
        awaitHearing("paid " + amount);
        return page;
    }

    private void refund(long amount, String key) {
        refunds.refund(payable, Money.vnd(amount), "returned", new RefundKey(key))
                .block();
    }

    private String states(PaymentPage page) {
        return value(
                "SELECT string_agg(state, ' ') FROM refund WHERE payment_id = :id",
                page.id().value());
    }
}
