package vn.chophien.localstack;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every server of a local market, wired to each other. */
record MarketServers(
        PostgresServer postgres,
        RedisServer redis,
        ElasticsearchServer elasticsearch,
        AppServer paymentSandbox,
        AppServer api,
        AppServer indexer,
        AppServer storefront) {
    private static final String READINESS = "/actuator/health/readiness";

    /** Commits wait for the log to be written, here too: an order that was answered survives a killed PostgreSQL. */
    private static final Map<String, String> POSTGRES_SETTINGS =
            Map.of("wal_level", "replica", "max_wal_size", "256MB");

    private static final List<String> ELASTICSEARCH_JVM = List.of("-Xms512m", "-Xmx512m");

    static MarketServers of(Path checkout, EnginePrograms programs, MarketHome home, StartOptions options) {
        var base = options.port();
        var folder = home.folder();
        var postgres =
                new PostgresServer(programs, folder, home.engines(), port(base, "PostgreSQL"), POSTGRES_SETTINGS);
        var redis = new RedisServer(programs, folder, home.engines(), port(base, "Redis"));
        var elasticsearch = new ElasticsearchServer(
                programs, folder, home.engines(), port(base, "Elasticsearch"), ELASTICSEARCH_JVM);

        var apiUrl = "http://localhost:" + port(base, "the API");
        var publicUrl = "http://localhost:" + base;
        var sandboxUrl = "http://localhost:" + port(base, "the payment sandbox");
        var gatewayKey = "sk_test_" + plain(home.secret("gateway-key"));
        var webhookSecret = "whsec_" + plain(home.secret("webhook-secret"));
        var storefrontSecret = home.secret("storefront-secret");

        var sandboxState = folder.resolve("payment-sandbox.state");

        var engines = Map.of(
                "CHOPHIEN_POSTGRES_URL", postgres.database().r2dbcUrl(),
                "CHOPHIEN_POSTGRES_USER", postgres.database().user(),
                "CHOPHIEN_POSTGRES_PASSWORD", postgres.database().password(),
                "CHOPHIEN_REDIS_URL", redis.url(),
                "CHOPHIEN_ELASTICSEARCH_URL", elasticsearch.url());

        var api = new HashMap<>(engines);
        api.put("CHOPHIEN_PUBLIC_URL", publicUrl);
        api.put("CHOPHIEN_API_URL", apiUrl);
        api.put("CHOPHIEN_TOKEN_SECRET", home.secret("token-secret"));
        api.put("CHOPHIEN_STOREFRONT_SECRET", storefrontSecret);
        api.put("CHOPHIEN_STRIPE_API_BASE", sandboxUrl);
        api.put("CHOPHIEN_STRIPE_SECRET_KEY", gatewayKey);
        api.put("CHOPHIEN_STRIPE_WEBHOOK_SECRET", webhookSecret);
        api.put("CHOPHIEN_BANK_WEBHOOK_SECRET", "banksec_" + plain(home.secret("bank-webhook-secret")));
        api.put("CHOPHIEN_STRIPE_PAY_PAGE", sandboxUrl + "/pay");
        api.put("CHOPHIEN_PICTURE_DIRECTORY", folder.resolve("pictures").toString());
        api.put("CHOPHIEN_MARKET_REPORT", home.loadReport().toString());
        api.putAll(market(options.market()));

        return new MarketServers(
                postgres,
                redis,
                elasticsearch,
                new AppServer(
                        new AppServer.App(
                                "payment-sandbox",
                                "Payment sandbox",
                                checkout.resolve("infra/payment-sandbox"),
                                "/__admin/health",
                                List.of("-Xmx96m")),
                        port(base, "the payment sandbox"),
                        folder,
                        Map.ofEntries(
                                entry("CHOPHIEN_SANDBOX_PORT", Integer.toString(port(base, "the payment sandbox"))),
                                entry("CHOPHIEN_SANDBOX_ADDRESS", postgres.host()),
                                entry("CHOPHIEN_SANDBOX_PUBLIC_URL", sandboxUrl),
                                entry("CHOPHIEN_SANDBOX_SECRET_KEY", gatewayKey),
                                entry("CHOPHIEN_SANDBOX_WEBHOOK_URL", apiUrl + "/api/v1/webhooks/stripe"),
                                entry("CHOPHIEN_SANDBOX_WEBHOOK_SECRET", webhookSecret),
                                entry("CHOPHIEN_SANDBOX_STATE", sandboxState.toString()))),
                new AppServer(
                        new AppServer.App(
                                "marketplace-api",
                                "Marketplace API",
                                checkout.resolve("marketplace-api"),
                                READINESS,
                                List.of("-Xmx320m")),
                        port(base, "the API"),
                        folder,
                        api),
                new AppServer(
                        new AppServer.App(
                                "indexer",
                                "Indexer",
                                checkout.resolve("search-indexer/indexer"),
                                READINESS,
                                // What a rebuild has in flight is to die young: it fits into one of two survivors.
                                List.of("-Xmx320m", "-Xmn180m", "-XX:SurvivorRatio=3")),
                        port(base, "the indexer"),
                        folder,
                        engines),
                new AppServer(
                        new AppServer.App(
                                "storefront",
                                "Storefront",
                                checkout.resolve("storefront-ssr"),
                                READINESS,
                                List.of("-Xmx256m")),
                        base,
                        folder,
                        Map.ofEntries(
                                entry("CHOPHIEN_API_URL", apiUrl),
                                entry("CHOPHIEN_STOREFRONT_SECRET", storefrontSecret),
                                entry("CHOPHIEN_PUBLIC_URL", publicUrl),
                                entry("CHOPHIEN_STRIPE_PAY_PAGE", sandboxUrl),
                                entry("CHOPHIEN_REDIS_URL", redis.url()))));
    }

    List<AppServer> apps() {
        return List.of(storefront, api, indexer, paymentSandbox);
    }

    /** In the order of stopping. */
    List<LocalServer> all() {
        return Stream.<LocalServer>concat(apps().stream(), engines().stream()).toList();
    }

    List<LocalServer> engines() {
        return List.of(postgres, redis, elasticsearch);
    }

    private static Map<String, String> market(StartOptions.Market market) {
        return switch (market) {
            case StartOptions.Market.Demo() ->
                Map.of("CHOPHIEN_MARKET_DIRECTORY", "classpath:market/demo", "CHOPHIEN_DEMO_ACCOUNTS", "true");
            case StartOptions.Market.Empty() ->
                Map.of("CHOPHIEN_MARKET_DIRECTORY", "", "CHOPHIEN_DEMO_ACCOUNTS", "false");
            case StartOptions.Market.Folder(var path) ->
                Map.of("CHOPHIEN_MARKET_DIRECTORY", path.toString(), "CHOPHIEN_DEMO_ACCOUNTS", "true");
        };
    }

    private static int port(int base, String title) {
        return StartChecks.OFFSETS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(title))
                .mapToInt(entry -> base + entry.getKey())
                .findFirst()
                .orElseThrow();
    }

    /** Stripe's keys hold letters and digits only. */
    private static String plain(String secret) {
        return secret.replaceAll("[^A-Za-z0-9]", "");
    }
}
