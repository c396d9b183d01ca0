package vn.chophien.localstack;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Runs a whole market on this machine: the engines, the payment sandbox and the applications, each a process of its own, until it
 * is interrupted. {@code start} calls it.
 */
public final class LocalMarket {
    private static final Duration TELL_EVERY = Duration.ofSeconds(15);

    private final MarketServers servers;
    private final Set<LocalServer> ready = ConcurrentHashMap.newKeySet();
    private final StartOptions options;
    private final Path loadReport;
    private final Progress progress;
    private final Supervisor supervisor;
    private final ExecutorService starting = Executors.newCachedThreadPool();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final StartupCaches startupCaches;

    private LocalMarket(MarketServers servers, StartOptions options, Path loadReport, Progress progress) {
        this.loadReport = loadReport;
        this.servers = servers;
        this.options = options;
        this.progress = progress;
        this.supervisor = new Supervisor(progress);
        this.startupCaches = new StartupCaches(List.of(servers.api(), servers.storefront(), servers.indexer()));
    }

    public static void main(String[] arguments) throws InterruptedException {
        var progress = new Progress(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        try {
            var market = prepare(StartOptions.parse(List.of(arguments)), progress);
            Runtime.getRuntime().addShutdownHook(new Thread(market::stop, "stop-market"));
            market.start();
        } catch (LocalStackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static LocalMarket prepare(StartOptions options, Progress progress) {
        var programs = EnginePrograms.ofThisBuild();
        var home = MarketHome.of(programs.checkout(), options.market());
        StartChecks.requireDisk(home.folder());
        StartChecks.requireDisk(home.engines());
        home.lock();
        progress.say("Chợ Phiên: starting the market in " + home.folder());
        var servers = MarketServers.of(programs.checkout(), programs, home, options);
        endLeftovers(servers, progress);
        StartChecks.requirePorts(options.port());
        if (options.reset()) {
            progress.step("Forgetting the data of earlier starts");
            home.reset();
            servers = MarketServers.of(programs.checkout(), programs, home, options);
        }
        home.rotateLogs();
        return new LocalMarket(servers, options, home.loadReport(), progress);
    }

    private static void endLeftovers(MarketServers servers, Progress progress) {
        for (var server : servers.all()) {
            if (server.endLeftover()) {
                progress.step("Ended %s, which an earlier start left running".formatted(server.title()));
            }
        }
    }

    /** Each server starts as soon as those it needs are ready. */
    private void start() {
        var fresh = !servers.postgres().hasData();
        var postgres = begin(servers.postgres());
        var redis = begin(servers.redis());
        var elasticsearch = begin(servers.elasticsearch());
        var sandbox = begin(servers.paymentSandbox());
        var storefront = begin(servers.storefront());
        var api = begin(servers.api(), postgres, redis);
        // On fresh data the indexer waits for the market to be loaded, so that ready means found by the search, too.
        var indexer = begin(servers.indexer(), fresh ? api : postgres);
        var all = List.of(postgres, redis, elasticsearch, sandbox, storefront, api, indexer);
        try {
            awaitTelling(allOrFirstFailure(all));
        } catch (CompletionException e) {
            if (stopped.get()) {
                return; // interrupted by the person at the terminal
            }
            stop();
            throw e.getCause() instanceof LocalStackException known
                    ? known
                    : new LocalStackException("The market did not start: " + e.getCause(), e);
        }
        LoadReport.sentences(loadReport).forEach(progress::step);
        announce();
        startupCaches.makeMissing();
    }

    /** Says from time to time what it is waiting for, so that a slow machine does not look like a stuck one. */
    private void awaitTelling(CompletableFuture<Void> whole) {
        while (true) {
            try {
                whole.get(TELL_EVERY.toSeconds(), TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                var missing = servers.all().stream()
                        .filter(server -> !ready.contains(server))
                        .map(LocalServer::title)
                        .collect(Collectors.joining(", "));
                progress.step("Waiting for " + missing);
            } catch (ExecutionException e) {
                throw new CompletionException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CompletionException(e);
            }
        }
    }

    private static CompletableFuture<Void> allOrFirstFailure(List<CompletableFuture<Void>> parts) {
        var whole = CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
        for (var part : parts) {
            part.exceptionally(failure -> {
                whole.completeExceptionally(failure);
                return null;
            });
        }
        return whole;
    }

    private CompletableFuture<Void> begin(LocalServer server, CompletableFuture<?>... needed) {
        return CompletableFuture.allOf(needed)
                .thenRunAsync(
                        () -> {
                            progress.step("Starting %s on port %d".formatted(server.title(), server.port()));
                            server.start();
                            ready.add(server);
                            progress.step("%s is ready".formatted(server.title()));
                            supervisor.watch(server);
                        },
                        starting);
    }

    private void announce() {
        var accounts = options.market() instanceof StartOptions.Market.Empty
                ? "  An empty market has no demo accounts; docs/guides/own-market.md tells how its first operator gets one.\n"
                : """
                  Sign in with (password)
                    buyer@example.vn     (demo-buyer)      buys
                    seller@example.vn    (demo-seller)     runs a cooperative's shop
                    officer@example.vn   (demo-officer)    publishes prices
                    officer2@example.vn  (demo-officer2)   publishes prices
                    operator@example.vn  (demo-operator)   runs the market
                    operator2@example.vn (demo-operator2)  approves payouts
                """.indent(0);
        progress.say("""

                  Storefront       %s
                  API              %s/api/v1   (described at /api/v1/openapi.json)
                  Payment sandbox  %s
                  PostgreSQL       %s (user %s, password %s)
                  Redis            %s
                  Elasticsearch    %s
                  Logs             %s

                %s
                Ready after %.1f s; Ctrl-C stops everything.
                Ready: %s""".formatted(
                        servers.storefront().url(),
                        servers.api().url(),
                        servers.paymentSandbox().url(),
                        servers.postgres().database().jdbcUrl(),
                        servers.postgres().database().user(),
                        servers.postgres().database().password(),
                        servers.redis().url(),
                        servers.elasticsearch().url(),
                        servers.api().log().getParent(),
                        accounts,
                        progress.elapsed().toMillis() / 1000.0,
                        servers.storefront().url()));
    }

    private void stop() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        progress.step("Stopping");
        supervisor.stop();
        startupCaches.stop();
        starting.shutdownNow();
        try {
            starting.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        servers.apps().parallelStream().forEach(LocalServer::close);
        servers.engines().parallelStream().forEach(LocalServer::close);
        progress.step("Stopped");
    }
}
