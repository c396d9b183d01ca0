package vn.chophien.load;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/**
 * Many buyers, few boxes: all have the same box in their cart and place their order at the same moment. Winners pay by card. Exactly as
 * many orders as boxes may be placed, and only those may be charged.
 *
 * <p>{@code ContentionBenchmark [address of the API] [buyers] [boxes]}; exits with 1 when the market sold too much or too little.
 */
public final class ContentionBenchmark {

    private final ApiClient market;
    private final PayPage payPage = new PayPage();

    private ContentionBenchmark(ApiClient market) {
        this.market = market;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        var address = URI.create(arguments.length > 0 ? arguments[0] : "http://localhost:8081");
        int buyers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        int boxes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 50;
        try (var market = ApiClient.guest(address)) {
            System.exit(new ContentionBenchmark(market).run(buyers, boxes) ? 0 : 1);
        }
    }

    private boolean run(int buyers, int boxes) throws IOException, InterruptedException, ExecutionException {
        var shop = DemoShop.open(market);
        var listing = shop.listings().getFirst();
        var variant = shop.listing(listing).path("variants").path(0);
        var id = variant.path("id").asString();
        int reserved = variant.path("reserved").asInt();
        shop.stock(listing, id, reserved + boxes);

        var carts =
                everybody(buyers, number -> () -> Purchase.prepare(market, List.of(id), "CARD", "Người mua " + number));
        var gun = new CountDownLatch(1);
        var started = new long[1];
        List<ApiClient.Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = carts.stream()
                    .map(cart -> threads.submit(() -> {
                        gun.await();
                        return cart.place(UUID.randomUUID().toString());
                    }))
                    .toList();
            started[0] = System.nanoTime();
            gun.countDown();
            answers = new ArrayList<>();
            for (var answer : waiting) {
                answers.add(answer.get());
            }
        }
        var seconds = (System.nanoTime() - started[0]) / 1e9;

        var placed = answers.stream().filter(ApiClient.Answer::ok).toList();
        var refused = answers.stream()
                .filter(answer -> answer.status() == 409
                        && answer.body().path("type").asString().equals("/problems/out-of-stock"))
                .count();
        int charged = 0;
        for (var winner : placed) {
            charged += paid(winner.body()) ? 1 : 0;
        }
        var left = shop.listing(listing).path("variants").path(0);
        System.out.printf(
                "%d buyers, %d boxes: %d orders placed, %d told that it is sold out, %d other answers; %d charged; %d left%n",
                buyers,
                boxes,
                placed.size(),
                refused,
                buyers - placed.size() - refused,
                charged,
                left.path("on_hand").asInt() - left.path("reserved").asInt());
        System.out.printf(
                "%.1f s from the first click to the last answer: %.0f answers/s, %.1f orders/s%n",
                seconds, buyers / seconds, placed.size() / seconds);
        return placed.size() == boxes && placed.size() + refused == buyers && charged == boxes;
    }

    /** Pays on the gateway's page and looks whether the market knows. */
    private boolean paid(JsonNode order) throws IOException, InterruptedException {
        if (!payPage.pay(order.path("payment").path("pay_url").asString(), PayPage.GOOD_CARD)) {
            return false;
        }
        var path = "/api/v1/orders/%s?token=%s"
                .formatted(
                        order.path("number").asString(),
                        order.path("access_token").asString());
        return market.get(path).path("payment").path("state").asString().equals("PAID");
    }

    private interface Work {
        Callable<Purchase> of(int number);
    }

    /** Few at a time: filling carts is not what is measured. */
    private static List<Purchase> everybody(int count, Work work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var pending = new ArrayList<Future<Purchase>>();
            for (int number = 1; number <= count; number++) {
                pending.add(threads.submit(work.of(number)));
            }
            var done = new ArrayList<Purchase>();
            for (var purchase : pending) {
                done.add(purchase.get());
            }
            return done;
        }
    }
}
