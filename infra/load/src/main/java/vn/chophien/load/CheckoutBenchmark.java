package vn.chophien.load;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Orders placed a second (from filled and quoted carts, cash on delivery, until the committed order is answered) beside the write
 * transactions a second that the same PostgreSQL does for a plain client, in turns of one run, so that the noise of the machine falls on
 * both. Also prints the rate of the whole way, from no cart at all.
 *
 * <p>{@code CheckoutBenchmark [address of the API] [JDBC URL] [clients] [orders per turn]}; exits with 1 below a tenth.
 */
public final class CheckoutBenchmark {

    private static final double PROMISE = 0.1;
    /** Half of what a market that just started does is compiling itself; after so many orders it is next to nothing. */
    private static final int WARM_UP_ORDERS = 9_000;

    private static final int TURNS = 3;
    private static final Duration PLAIN_TURN = Duration.ofSeconds(10);

    private final ApiClient market;
    private final TransactionScript script;
    private final int clients;
    private final int orders;

    private CheckoutBenchmark(ApiClient market, TransactionScript script, int clients, int orders) {
        this.market = market;
        this.script = script;
        this.clients = clients;
        this.orders = orders;
    }

    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        var address = URI.create(arguments.length > 0 ? arguments[0] : "http://localhost:8081");
        var database = arguments.length > 1
                ? arguments[1]
                : "jdbc:postgresql://127.0.0.1:8090/chophien?user=chophien&password=chophien";
        int clients = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 8;
        int orders = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1_500;
        try (var market = ApiClient.guest(address)) {
            var script = TransactionScript.prepare(database);
            var ratio = new CheckoutBenchmark(market, script, clients, orders).run();
            script.cleanUp();
            System.exit(ratio < PROMISE ? 1 : 0);
        }
    }

    private double run() throws InterruptedException, ExecutionException, IOException {
        var variants = DemoShop.open(market).stockAll(1_000_000);
        for (int placed = 0; placed < WARM_UP_ORDERS; placed += orders) {
            turn(variants);
        }
        double placed = 0;
        double wholeWay = 0;
        double transactions = 0;
        for (int i = 1; i <= TURNS; i++) {
            var turn = turn(variants);
            var plain = rate(PLAIN_TURN, script::run);
            System.out.printf(
                    "turn %d: %.1f orders/s (%.1f/s from the empty cart on), %.0f plain write transactions/s%n",
                    i, turn.placed(), turn.wholeWay(), plain);
            placed += turn.placed() / TURNS;
            wholeWay += turn.wholeWay() / TURNS;
            transactions += plain / TURNS;
        }
        var ratio = placed / transactions;
        System.out.printf(
                "%d clients: %.1f orders/s (%.1f/s from the empty cart on) beside %.0f plain write transactions/s: %.3f"
                        + " (promised %.1f, aimed at 0.25)%n",
                clients, placed, wholeWay, transactions, ratio, PROMISE);
        return ratio;
    }

    private Turn turn(List<String> variants) throws InterruptedException, ExecutionException {
        var filled = new ConcurrentLinkedQueue<Purchase>();
        long start = System.nanoTime();
        everyClient(() -> {
            for (int i = 0; i < orders / clients; i++) {
                var variant = variants.get(ThreadLocalRandom.current().nextInt(variants.size()));
                filled.add(Purchase.prepare(market, List.of(variant), "COD", "Người mua"));
            }
        });
        int carts = filled.size();
        long ready = System.nanoTime();
        everyClient(() -> {
            for (var purchase = filled.poll(); purchase != null; purchase = filled.poll()) {
                purchase.place(UUID.randomUUID().toString()).orThrow();
            }
        });
        long end = System.nanoTime();
        return new Turn(carts / ((end - ready) / 1e9), carts / ((end - start) / 1e9));
    }

    private double rate(Duration time, Step step) throws InterruptedException, ExecutionException {
        var done = new AtomicLong();
        long start = System.nanoTime();
        everyClient(() -> {
            while (System.nanoTime() - start < time.toNanos()) {
                step.run();
                done.incrementAndGet();
            }
        });
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }

    private void everyClient(Step work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = IntStream.range(0, clients)
                    .mapToObj(client -> threads.submit(() -> {
                        work.run();
                        return null;
                    }))
                    .toList();
            for (var client : running) {
                client.get();
            }
        }
    }

    private record Turn(double placed, double wholeWay) {}

    private interface Step {
        void run() throws IOException, InterruptedException, SQLException;
    }

    /**
     * The TPC-B-like transaction of pgbench, on tables of its own, as pgbench sends it unless told otherwise: seven messages of the simple
     * protocol, BEGIN and COMMIT among them.
     */
    private record TransactionScript(String database, ThreadLocal<Connection> connection) {

        private static final int ACCOUNTS = 1_000_000;
        private static final int TELLERS = 100;
        private static final int BRANCHES = 10;

        static TransactionScript prepare(String database) throws SQLException {
            try (var connection = DriverManager.getConnection(database);
                    var statement = connection.createStatement()) {
                statement.execute("DROP SCHEMA IF EXISTS load_script CASCADE");
                statement.execute("CREATE SCHEMA load_script");
                table(statement, "accounts", ACCOUNTS);
                table(statement, "tellers", TELLERS);
                table(statement, "branches", BRANCHES);
                statement.execute("CREATE TABLE load_script.history"
                        + " (teller INT, branch INT, account INT, delta INT, at TIMESTAMPTZ, filler CHAR(22))");
                statement.execute("VACUUM ANALYZE");
            }
            return new TransactionScript(database, ThreadLocal.withInitial(() -> {
                try {
                    var settings = new Properties();
                    settings.setProperty("preferQueryMode", "simple");
                    return DriverManager.getConnection(database, settings);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }

        private static void table(Statement statement, String name, int rows) throws SQLException {
            statement.execute("CREATE TABLE load_script.%s (id INT PRIMARY KEY, balance INT NOT NULL, filler CHAR(80))"
                    .formatted(name));
            statement.execute(
                    "INSERT INTO load_script.%s SELECT n, 0, '' FROM generate_series(1, %d) n".formatted(name, rows));
        }

        void run() throws SQLException {
            var random = ThreadLocalRandom.current();
            int account = random.nextInt(1, ACCOUNTS + 1);
            int teller = random.nextInt(1, TELLERS + 1);
            int branch = random.nextInt(1, BRANCHES + 1);
            int delta = random.nextInt(-5_000, 5_001);
            try (var statement = connection.get().createStatement()) {
                statement.execute("BEGIN");
                statement.execute("UPDATE load_script.accounts SET balance = balance + %d WHERE id = %d"
                        .formatted(delta, account));
                statement.execute("SELECT balance FROM load_script.accounts WHERE id = %d".formatted(account));
                statement.execute(
                        "UPDATE load_script.tellers SET balance = balance + %d WHERE id = %d".formatted(delta, teller));
                statement.execute("UPDATE load_script.branches SET balance = balance + %d WHERE id = %d"
                        .formatted(delta, branch));
                statement.execute(
                        "INSERT INTO load_script.history (teller, branch, account, delta, at) VALUES (%d, %d, %d, %d, now())"
                                .formatted(teller, branch, account, delta));
                statement.execute("COMMIT");
            }
        }

        void cleanUp() throws SQLException {
            try (var connection = DriverManager.getConnection(database);
                    var statement = connection.createStatement()) {
                statement.execute("DROP SCHEMA load_script CASCADE");
            }
        }
    }
}
