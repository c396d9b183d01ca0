package vn.chophien.paymentsandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is started.
 *
 * @param port 0 takes any free port
 * @param secretKey the only API key it accepts, as Stripe's {@code sk_test_…}
 * @param webhookUrl where signed events go; null sends none (they can still be listed)
 * @param publicBase how browsers reach the pay page when that differs from the bound address
 * @param stateFile keeps payments over a restart; null keeps them in memory only
 * @param webhookRetries pauses between delivery attempts; when they are used up the delivery is given up
 */
public record SandboxSettings(
        String bindAddress,
        int port,
        String secretKey,
        @Nullable URI webhookUrl,
        String webhookSecret,
        @Nullable URI publicBase,
        @Nullable Path stateFile,
        List<Duration> webhookRetries) {

    public static final String DEFAULT_SECRET_KEY = "sk_test_chophien";
    public static final String DEFAULT_WEBHOOK_SECRET = "whsec_chophien";

    private static final List<Duration> PATIENT_RETRIES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    public SandboxSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port lies between 0 and 65535, not " + port);
        }
        webhookRetries = List.copyOf(webhookRetries);
    }

    /** Any free loopback port, no webhooks, nothing kept. */
    public static SandboxSettings defaults() {
        return new SandboxSettings(
                "127.0.0.1", 0, DEFAULT_SECRET_KEY, null, DEFAULT_WEBHOOK_SECRET, null, null, PATIENT_RETRIES);
    }

    public SandboxSettings withPort(int newPort) {
        return new SandboxSettings(
                bindAddress, newPort, secretKey, webhookUrl, webhookSecret, publicBase, stateFile, webhookRetries);
    }

    public SandboxSettings withBindAddress(String address) {
        return new SandboxSettings(
                address, port, secretKey, webhookUrl, webhookSecret, publicBase, stateFile, webhookRetries);
    }

    public SandboxSettings withSecretKey(String key) {
        return new SandboxSettings(
                bindAddress, port, key, webhookUrl, webhookSecret, publicBase, stateFile, webhookRetries);
    }

    public SandboxSettings withWebhook(URI url, String secret) {
        return new SandboxSettings(bindAddress, port, secretKey, url, secret, publicBase, stateFile, webhookRetries);
    }

    public SandboxSettings withPublicBase(URI base) {
        return new SandboxSettings(
                bindAddress, port, secretKey, webhookUrl, webhookSecret, base, stateFile, webhookRetries);
    }

    public SandboxSettings withStateFile(Path file) {
        return new SandboxSettings(
                bindAddress, port, secretKey, webhookUrl, webhookSecret, publicBase, file, webhookRetries);
    }

    public SandboxSettings withWebhookRetries(List<Duration> retries) {
        return new SandboxSettings(
                bindAddress, port, secretKey, webhookUrl, webhookSecret, publicBase, stateFile, retries);
    }
}
