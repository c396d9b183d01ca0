package vn.chophien.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * A thousand checkouts while the API is killed with SIGKILL at random moments and the gateway times out, answers with errors, loses
 * answers, and loses, repeats and reorders webhooks. Buyers behave like people: they try again with the same key, some cards are
 * declined first, some orders are cancelled. When calm has returned the books must be right.
 *
 * <p>{@code FaultRun [data folder of the market] [base port] [checkouts]}; the market is a local one ({@code ./start}), whose launcher
 * starts the API again. Exits with 1 when an account does not add up.
 */
public final class FaultRun {

    private static final int BUYERS = 16;
    private static final Duration TO_SETTLE = Duration.ofMinutes(6);

    private final ApiClient market;
    private final PayPage payPage = new PayPage();
    private final Breakage breakage;
    private final Books books;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final ConcurrentLinkedQueue<String> placed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger tries = new AtomicInteger();

    private FaultRun(ApiClient market, Breakage breakage, Books books) {
        this.market = market;
        this.breakage = breakage;
        this.books = books;
    }

    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        var home = Path.of(arguments.length > 0 ? arguments[0] : ".data");
        int base = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8080;
        int checkouts = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000;
        try (var market = ApiClient.guest(URI.create("http://localhost:" + (base + 1)));
                var sandbox = ApiClient.guest(URI.create("http://localhost:" + (base + 3)));
                var books = Books.open(home, base)) {
            var breakage = new Breakage(home, sandbox, market);
            System.exit(new FaultRun(market, breakage, books).run(checkouts) ? 0 : 1);
        }
    }

    private boolean run(int checkouts) throws IOException, InterruptedException, ExecutionException, SQLException {
        var variants = DemoShop.open(market).stockAll(1_000_000);
        long start = System.nanoTime();
        breakage.begin();
        try (var threads = Executors.newFixedThreadPool(BUYERS)) {
            var buyers = new ArrayList<Future<?>>();
            for (int number = 0; number < checkouts; number++) {
                int buyer = number;
                buyers.add(threads.submit(() -> {
                    buy(variants, buyer);
                    return null;
                }));
            }
            for (var buyer : buyers) {
                buyer.get();
            }
        } finally {
            breakage.end();
        }
        System.out.printf(
                "%d checkouts in %.0f s with %d requests tried again; %s%n",
                placed.size(), (System.nanoTime() - start) / 1e9, tries.get() - checkouts, breakage.summary());
        var report = books.afterCalm(run, TO_SETTLE);
        System.out.println(report.describe());
        var differences = differencesOfTheMarketsOwnProof();
        System.out.printf("The market's own proof of its books finds %d differences%n", differences);
        var complete = placed.size() == checkouts && report.orders() == checkouts;
        if (!complete) {
            System.out.printf("%d keys were answered with an order, %d orders exist%n", placed.size(), report.orders());
        }
        return complete && report.isRight() && differences == 0;
    }

    /** Compares every payment with the ledger, as the operator's page does. */
    private int differencesOfTheMarketsOwnProof() throws IOException, InterruptedException {
        return market.signedIn("operator@example.vn", "demo-operator")
                .post("/api/v1/operator/proofs", Map.of())
                .orThrow()
                .path("differences")
                .size();
    }

    /** Seven in ten pay by card, of whom one in ten is declined first and one in ten changes their mind. */
    private void buy(List<String> variants, int number) throws InterruptedException {
        var random = ThreadLocalRandom.current();
        var method = number % 10 < 7 ? "CARD" : "COD";
        var wanted = List.of(variants.get(random.nextInt(variants.size())));
        var purchase = insist(() -> Purchase.prepare(market, wanted, method, buyerName(number)));
        var key = UUID.randomUUID().toString();
        var order = insist(() -> purchase.place(key).orThrow());
        placed.add(order.path("number").asString());
        if (method.equals("CARD")) {
            settle(order, random.nextInt(10));
        } else if (random.nextInt(10) == 0) {
            cancel(order);
        }
    }

    private void settle(JsonNode order, int mood) throws InterruptedException {
        if (mood == 0) {
            cancel(order);
            return;
        }
        var page = insist(() -> payPageOf(order));
        if (mood == 1) {
            insist(() -> payPage.pay(page, PayPage.DECLINED_CARD));
        }
        insist(() -> payPage.pay(page, PayPage.GOOD_CARD));
        if (mood == 2) {
            cancel(order);
        }
    }

    /** The page of the answer, or a new one when the gateway could not be reached at that moment. */
    private String payPageOf(JsonNode order) throws IOException, InterruptedException {
        var known = order.path("payment").path("pay_url").asString("");
        return known.isEmpty()
                ? market.post("/api/v1/orders/%s/payments?token=%s".formatted(number(order), token(order)), Map.of())
                        .orThrow()
                        .path("pay_url")
                        .asString()
                : known;
    }

    private void cancel(JsonNode order) throws InterruptedException {
        insist(() -> {
            var answer =
                    market.post("/api/v1/orders/%s/cancel?token=%s".formatted(number(order), token(order)), Map.of());
            return answer.status() == 409 ? answer : answer.orThrow(); // an earlier try had succeeded
        });
    }

    private static String number(JsonNode order) {
        return order.path("number").asString();
    }

    private static String token(JsonNode order) {
        return order.path("access_token").asString();
    }

    private String buyerName(int number) {
        return "Lỗi %s %d".formatted(run, number);
    }

    private <T> T insist(Attempt<T> attempt) throws InterruptedException {
        while (true) {
            tries.incrementAndGet();
            try {
                return attempt.run();
            } catch (IOException broken) {
                Thread.sleep(ThreadLocalRandom.current().nextInt(200, 1_200));
            }
        }
    }

    private interface Attempt<T> {
        T run() throws IOException, InterruptedException;
    }
}
