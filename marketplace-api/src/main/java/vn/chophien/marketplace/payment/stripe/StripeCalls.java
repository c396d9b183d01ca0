package vn.chophien.marketplace.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;
import vn.chophien.marketplace.payment.gateway.GatewayException;

/**
 * The one wrapper around stripe-java, which blocks: calls run on a bounded scheduler of their own and are repeated only
 * when the connection failed, a twin is still running (409) or the gateway is out of order. That is safe because every
 * writing call carries an idempotency key.
 */
final class StripeCalls implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StripeCalls.class);
    private static final int QUEUED_PER_CONNECTION = 50;
    private static final int REPETITIONS = 2;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(150);

    private final StripeClient client;
    private final Scheduler scheduler;
    private final Duration patience;

    StripeCalls(StripeSettings settings) {
        this.client = StripeClient.builder()
                .setApiKey(settings.secretKey())
                .setApiBase(settings.apiBase().toString())
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setReadTimeout((int) settings.readTimeout().toMillis())
                .setMaxNetworkRetries(0) // repeated here, without holding a thread while pausing
                .build();
        this.scheduler = Schedulers.newBoundedElastic(
                settings.connections(), settings.connections() * QUEUED_PER_CONNECTION, "stripe", 60, true);
        this.patience = settings.connectTimeout()
                .plus(settings.readTimeout())
                .multipliedBy(REPETITIONS + 1L)
                .plusSeconds(1);
    }

    <T> Mono<T> call(Call<T> call) {
        return Mono.fromCallable(() -> call.on(client))
                .subscribeOn(scheduler)
                .retryWhen(Retry.backoff(REPETITIONS, FIRST_PAUSE)
                        .filter(StripeCalls::isWorthRepeating)
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()))
                .timeout(patience)
                .onErrorMap(StripeCalls::translated);
    }

    private static boolean isWorthRepeating(Throwable failure) {
        return failure instanceof ApiConnectionException
                || failure instanceof StripeException answered
                        && (status(answered) == 409 || status(answered) == 429 || status(answered) >= 500);
    }

    /** A key that is wrong for now says nothing about what was asked: that has to wait, not to fail. */
    private static Throwable translated(Throwable failure) {
        if (isWorthRepeating(failure)
                || failure instanceof TimeoutException
                || failure instanceof RejectedExecutionException) {
            return new GatewayException.Unavailable("The card gateway does not answer: " + failure, failure);
        }
        if (failure instanceof StripeException keyless && isAboutOurKey(keyless)) {
            LOG.error("The card gateway does not accept our key: {}", keyless.toString());
            return new GatewayException.Unavailable("The card gateway does not accept our key: " + keyless, keyless);
        }
        if (failure instanceof StripeException refused) {
            return new GatewayException.Refused(
                    Objects.requireNonNullElse(refused.getCode(), "http_" + status(refused)),
                    Objects.requireNonNullElse(refused.getMessage(), "no message"),
                    refused);
        }
        return failure;
    }

    /** Stripe answers 403 for accounts that are not ours, too: that is about what was asked. */
    private static boolean isAboutOurKey(StripeException failure) {
        return status(failure) == 401 || status(failure) == 403 && !"account_invalid".equals(failure.getCode());
    }

    private static int status(StripeException failure) {
        return failure.getStatusCode() == null ? 0 : failure.getStatusCode();
    }

    @Override
    public void close() {
        scheduler.dispose();
    }

    interface Call<T> {
        T on(StripeClient client) throws StripeException;
    }
}
