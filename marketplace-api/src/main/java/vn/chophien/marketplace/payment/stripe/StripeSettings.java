package vn.chophien.marketplace.payment.stripe;

import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param secretKey empty when this market takes no cards
 * @param webhookSecrets more than one while a secret is being replaced
 * @param payPage the hosted pay page; the gateway's id of the payment is appended
 * @param captureMethod AUTOMATIC, or MANUAL to capture in a step of its own once the bank has agreed
 * @param connections calls in flight at the same time
 */
@Validated
@ConfigurationProperties("chophien.stripe")
record StripeSettings(
        URI apiBase,
        String secretKey,
        List<String> webhookSecrets,
        URI payPage,
        CaptureMethod captureMethod,
        Duration connectTimeout,
        Duration readTimeout,
        @Min(1) int connections) {

    enum CaptureMethod {
        AUTOMATIC,
        MANUAL
    }
}
