package vn.chophien.storefront.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Returns as buyer, shop and operator see them, and goodwill. */
@HttpExchange
public interface ReturnApi {

    @GetExchange("/orders/{number}/returns")
    Mono<Returns> ofOrder(@PathVariable String number, @RequestParam(required = false) @Nullable String token);

    /** A repeated key asks nothing more. */
    @PostExchange("/orders/{number}/returns")
    Mono<Returns> request(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String token,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody NewReturn request);

    @PostExchange("/orders/{number}/returns/{id}/withdraw")
    Mono<Returns> withdraw(
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String token);

    @PostExchange("/orders/{number}/returns/{id}/escalate")
    Mono<Returns> escalate(
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String token,
            @RequestBody Appeal appeal);

    /** @param desk {@code seller} or {@code operator} */
    @GetExchange("/{desk}/returns")
    Mono<Returns> list(
            @PathVariable String desk,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/{desk}/returns/{id}")
    Mono<Return> find(@PathVariable String desk, @PathVariable String id);

    @PostExchange("/{desk}/returns/{id}/accept")
    Mono<Return> accept(@PathVariable String desk, @PathVariable String id, @RequestBody Acceptance acceptance);

    @PostExchange("/{desk}/returns/{id}/refuse")
    Mono<Return> refuse(@PathVariable String desk, @PathVariable String id, @RequestBody Refusal refusal);

    @PostExchange("/{desk}/returns/{id}/goods-back")
    Mono<Return> goodsBack(@PathVariable String desk, @PathVariable String id, @RequestBody Arrival arrival);

    /** A repeated key gives nothing more. */
    @PostExchange("/seller/orders/{number}/goodwill")
    Mono<Void> give(@PathVariable String number, @RequestHeader("Idempotency-Key") String key, @RequestBody Gift gift);

    record Returns(List<Return> items, @Nullable String nextCursor) {
        public Returns {
            items = Wire.orEmpty(items);
        }
    }

    /**
     * @param worth what the goods cost the buyer, while it is undecided
     * @param refund what was granted
     * @param actions what the reader may do next
     */
    record Return(
            String id,
            String sellerOrder,
            String orderNumber,
            String shop,
            String shopSlug,
            String state,
            String reason,
            @Nullable String text,
            String currency,
            List<Line> lines,
            @Nullable Long worth,
            @Nullable Long refund,
            boolean goodsExpected,
            @Nullable Instant answerDue,
            @Nullable Instant appealDue,
            @Nullable String decision,
            Instant requestedAt,
            List<Event> events,
            List<String> actions) {
        public Return {
            lines = Wire.orEmpty(lines);
            events = Wire.orEmpty(events);
            actions = Wire.orEmpty(actions);
        }

        public boolean can(String action) {
            return actions.contains(action);
        }
    }

    record Line(int position, String name, @Nullable String label, int quantity) {}

    record Event(
            String state,
            String actor,
            Instant at,
            @Nullable String note) {}

    record NewReturn(
            String sellerOrder, String reason, @Nullable String text, List<OrderApi.Pieces> lines) {}

    record Appeal(String text) {}

    record Acceptance(
            @Nullable Long refund,
            boolean goodsExpected,
            @Nullable String note) {}

    record Refusal(String reason) {}

    record Arrival(List<OrderApi.Pieces> restocked) {}

    record Gift(long amount, String reason) {}
}
