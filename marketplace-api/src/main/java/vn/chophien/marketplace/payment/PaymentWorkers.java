package vn.chophien.marketplace.payment;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chophien.marketplace.payment.transfer.TransferMatching;

/** What goes on in the background. */
@Configuration(proxyBeanMethods = false)
class PaymentWorkers {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(10);

    @Bean
    Poller webhookPoller(WebhookProcessing processing) {
        return new Poller("Processing of webhooks", SOON, processing::processDue);
    }

    @Bean
    Poller refundPoller(RefundSending sending) {
        return new Poller("Sending of refunds", SOON, sending::sendDue);
    }

    @Bean
    Poller refundFollowingPoller(RefundSending sending) {
        return new Poller("Following of refunds", NOW_AND_THEN, sending::followDue);
    }

    @Bean
    Poller transferPoller(TransferMatching matching) {
        return new Poller("Matching of transfers", SOON, matching::matchDue);
    }

    @Bean
    Poller reconciliationPoller(PaymentReconciling reconciling) {
        return new Poller("Reconciliation of payments", NOW_AND_THEN, reconciling::reconcileDue);
    }
}
