package vn.chophien.paymentsandbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * A Stripe-compatible payment gateway on WireMock for one machine: the unmodified stripe-java talks to it through
 * {@code setApiBase}, a person pays on its page, and it sends signed webhooks. It never moves money and takes test
 * cards only.
 */
public final class PaymentSandbox implements AutoCloseable {

    private static final int JOURNAL_ENTRIES = 1_500;
    /** Lower than whatever somebody stubs by hand through WireMock's own administration. */
    private static final int LOWEST_PRIORITY = 100;

    private final WireMockServer server;
    private final ScheduledExecutorService scheduler;
    private final Gateway gateway;
    private final SandboxSettings settings;

    private PaymentSandbox(SandboxSettings settings) {
        this.settings = settings;
        this.scheduler = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("sandbox-", 0).factory());
        var clock = InstantSource.system();
        this.gateway = new Gateway(settings, clock, scheduler, this::publicBase);
        var api = new StripeApi(gateway, settings.secretKey());
        var page = new PayPage(gateway, clock);
        this.server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress(settings.bindAddress())
                .port(settings.port())
                .maxRequestJournalEntries(JOURNAL_ENTRIES)
                .extensions(
                        new GatewayTransformer("stripe-api", api::handle, gateway.faults),
                        new GatewayTransformer("pay-page", page::handle, gateway.faults),
                        new SandboxAdmin(gateway)));
    }

    public static PaymentSandbox start(SandboxSettings settings) {
        var sandbox = new PaymentSandbox(settings);
        sandbox.server.start();
        sandbox.route("/v1/.*", "stripe-api");
        sandbox.route("/pay/.*", "pay-page");
        sandbox.gateway.webhooks.resume();
        return sandbox;
    }

    private void route(String pathPattern, String transformer) {
        server.stubFor(any(urlPathMatching(pathPattern))
                .atPriority(LOWEST_PRIORITY)
                .willReturn(aResponse().withTransformers(transformer)));
    }

    /** What {@code setApiBase} wants. */
    public URI url() {
        return URI.create("http://%s:%d".formatted(settings.bindAddress(), server.port()));
    }

    /** The pay page of a payment intent is {@code payPage()/<id>?client_secret=…&return_url=…&lang=…}. */
    public URI payPage() {
        return URI.create(publicBase() + "/pay");
    }

    public Webhooks webhooks() {
        return gateway.webhooks;
    }

    public Faults faults() {
        return gateway.faults;
    }

    /** How long confirmed payments stay {@code processing}; null decides them at once. */
    public void processing(@Nullable Duration duration) {
        gateway.processing(duration);
    }

    /** The WireMock underneath: its request journal, and stubs with a priority above ours. */
    public WireMockServer wireMock() {
        return server;
    }

    private URI publicBase() {
        var configured = settings.publicBase();
        return configured == null ? url() : configured;
    }

    public void stop() {
        server.stop();
        scheduler.shutdownNow();
        gateway.webhooks.close();
        synchronized (gateway.state) {
            try {
                gateway.state.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The sandbox cannot close its state file", e);
            }
        }
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * Runs until it is stopped. Each option may also come from the environment, as {@code CHOPHIEN_SANDBOX_PORT} and so
     * on: {@code --port 8083 --address 127.0.0.1 --webhook-url URL --webhook-secret SECRET --secret-key KEY
     * --public-url URL --state FILE}.
     */
    public static void main(String[] arguments) throws InterruptedException {
        var options = Options.of(arguments, System.getenv());
        var sandbox = start(options.settings());
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::stop, "sandbox-stop"));
        System.out.println("Payment sandbox: " + sandbox.url() + " (journal at /__admin/requests)");
        new CountDownLatch(1).await();
    }

    private record Options(java.util.Map<String, String> values) {

        static Options of(String[] arguments, java.util.Map<String, String> environment) {
            var values = new java.util.HashMap<String, String>();
            environment.forEach((name, value) -> {
                if (name.startsWith("CHOPHIEN_SANDBOX_")) {
                    values.put(
                            name.substring(17)
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', '-'),
                            value);
                }
            });
            for (int i = 0; i < arguments.length; i += 2) {
                if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                    throw new IllegalArgumentException("Expected --option value, not '%s'".formatted(arguments[i]));
                }
                values.put(arguments[i].substring(2), arguments[i + 1]);
            }
            return new Options(values);
        }

        SandboxSettings settings() {
            var settings = SandboxSettings.defaults()
                    .withPort(Integer.parseInt(values.getOrDefault("port", "8083")))
                    .withBindAddress(values.getOrDefault("address", "127.0.0.1"))
                    .withSecretKey(values.getOrDefault("secret-key", SandboxSettings.DEFAULT_SECRET_KEY));
            var webhook = values.get("webhook-url");
            if (webhook != null) {
                settings = settings.withWebhook(
                        URI.create(webhook),
                        values.getOrDefault("webhook-secret", SandboxSettings.DEFAULT_WEBHOOK_SECRET));
            }
            var publicUrl = values.get("public-url");
            if (publicUrl != null) {
                settings = settings.withPublicBase(URI.create(publicUrl));
            }
            var state = values.get("state");
            return state == null ? settings : settings.withStateFile(Path.of(state));
        }
    }
}
