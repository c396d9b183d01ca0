package vn.chophien.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the market's database and the gateway say of the orders of one run. Reads only. */
final class Books implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

    private final Connection database;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI gateway;
    private final String key;

    private Books(Connection database, URI gateway, String key) {
        this.database = database;
        this.gateway = gateway;
        this.key = key;
    }

    static Books open(Path home, int base) throws IOException, SQLException {
        var key = "sk_test_"
                + Files.readString(home.resolve("secrets/gateway-key")).replaceAll("[^A-Za-z0-9]", "");
        var database = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/chophien".formatted(base + 10), "chophien", "chophien");
        return new Books(database, URI.create("http://localhost:" + (base + 3)), key);
    }

    /** Waits until nothing is under way any more, or for this long, and then counts. */
    Report afterCalm(String run, Duration patience) throws SQLException, IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        var report = report(run);
        while (!report.isRight() && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_LOOKS);
            report = report(run);
        }
        return report;
    }

    private Report report(String run) throws SQLException, IOException, InterruptedException {
        var orders = orders(run);
        var charges = charges(orders.keySet());
        int doubleCharges = 0;
        int paidButUnplaced = 0;
        int wrongRefunds = 0;
        long captured = 0;
        for (var charge : charges.values()) {
            captured += charge.received();
            doubleCharges += charge.payments() > 1 ? 1 : 0;
        }
        for (var order : orders.values()) {
            var charge = charges.getOrDefault(order.number(), Charge.NONE);
            var kept = charge.received() - charge.refunded();
            var owed = order.cancelled() || !order.card() ? 0 : order.paid();
            paidButUnplaced += charge.received() != order.paid() ? 1 : 0;
            wrongRefunds += kept != owed ? 1 : 0;
        }
        return new Report(
                orders.size(),
                captured,
                doubleCharges,
                paidButUnplaced,
                wrongRefunds,
                (int) number("""
                        SELECT count(*) FROM stock_reservation r
                        LEFT JOIN seller_order s ON s.id = r.owner_id
                        WHERE s.id IS NULL OR s.state IN ('SHIPPED', 'DELIVERED', 'CANCELLED')"""),
                (int) number("""
                        SELECT count(*) FROM stock_level l
                        WHERE l.reserved <> (SELECT coalesce(sum(r.quantity), 0) FROM stock_reservation r
                                              WHERE r.variant_id = l.variant_id)"""),
                unbalanced());
    }

    private Map<String, Placed> orders(String run) throws SQLException {
        var orders = new HashMap<String, Placed>();
        try (var query = database.prepareStatement("""
                SELECT o.number, o.payment_method, o.paid_amount,
                       bool_and(s.state = 'CANCELLED') AS cancelled
                  FROM customer_order o JOIN seller_order s ON s.order_id = o.id
                 WHERE o.contact_name LIKE ? GROUP BY o.id""")) {
            query.setString(1, "Lỗi " + run + " %");
            var rows = query.executeQuery();
            while (rows.next()) {
                orders.put(
                        rows.getString(1),
                        new Placed(
                                rows.getString(1),
                                rows.getString(2).equals("CARD"),
                                rows.getLong(3),
                                rows.getBoolean(4)));
            }
        }
        return orders;
    }

    /** Every payment the gateway took for these orders, whatever the market knows of it. */
    private Map<String, Charge> charges(Set<String> numbers) throws IOException, InterruptedException {
        var charges = new HashMap<String, Charge>();
        var after = "";
        boolean more = true;
        while (more) {
            var page = gateway("/v1/charges?limit=100" + after);
            for (var charge : page.path("data")) {
                var number = orderOf(charge);
                if (charge.path("paid").asBoolean() && numbers.contains(number)) {
                    charges.merge(
                            number,
                            new Charge(
                                    1,
                                    charge.path("amount_captured").asLong(),
                                    charge.path("amount_refunded").asLong()),
                            Charge::plus);
                }
                after = "&starting_after=" + URLEncoder.encode(charge.path("id").asString(), StandardCharsets.UTF_8);
            }
            more = page.path("has_more").asBoolean();
        }
        return charges;
    }

    private static String orderOf(JsonNode charge) {
        return charge.path("metadata").path("order").asString("");
    }

    private JsonNode gateway(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + key)
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return ApiClient.JSON.readTree(answer.body());
    }

    private int unbalanced() throws SQLException {
        return (int) number("""
                SELECT count(*) FROM (
                    SELECT transaction_id FROM ledger_entry GROUP BY transaction_id HAVING sum(amount) <> 0) AS crooked""");
    }

    private long number(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
        http.close();
    }

    private record Placed(String number, boolean card, long paid, boolean cancelled) {}

    private record Charge(int payments, long received, long refunded) {
        static final Charge NONE = new Charge(0, 0, 0);

        Charge plus(Charge other) {
            return new Charge(payments + other.payments, received + other.received, refunded + other.refunded);
        }
    }

    /**
     * @param paidButUnplaced orders whose charge is not what the order says was paid
     * @param wrongRefunds orders whose money at the gateway is not what their state says
     */
    record Report(
            int orders,
            long captured,
            int doubleCharges,
            int paidButUnplaced,
            int wrongRefunds,
            int stuckReservations,
            int wrongStock,
            int unbalancedTransactions) {

        boolean isRight() {
            return doubleCharges
                            + paidButUnplaced
                            + wrongRefunds
                            + stuckReservations
                            + wrongStock
                            + unbalancedTransactions
                    == 0;
        }

        String describe() {
            return ("%d orders, %,d đồng charged: %d double charges, %d paid but not recorded, %d refunds missing or wrong,"
                            + " %d stuck reservations, %d stock levels that differ from their reservations,"
                            + " %d ledger transactions that do not balance")
                    .formatted(
                            orders,
                            captured,
                            doubleCharges,
                            paidButUnplaced,
                            wrongRefunds,
                            stuckReservations,
                            wrongStock,
                            unbalancedTransactions);
        }
    }
}
