package vn.chophien.marketplace.settlement.balance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.order.OrderHistory;
import vn.chophien.marketplace.order.SellerOrderId;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.web.RequestProblem;

/** An operator keeps the money of a disputed seller order back, and lets it go. Both may be said twice. */
@RestController
@RequestMapping("/api/v1/operator/holds/{number}")
class HoldController {

    private final OrderHistory orders;
    private final DatabaseClient database;
    private final InstantSource clock;

    HoldController(OrderHistory orders, DatabaseClient database, InstantSource clock) {
        this.orders = orders;
        this.database = database;
        this.clock = clock;
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> place(@PathVariable String number, CurrentAccount operator, @Valid @RequestBody Reason body) {
        return part(number)
                .flatMap(part -> database.sql("""
                INSERT INTO seller_order_hold (seller_order_id, note, placed_by, placed_at)
                VALUES (:part, :note, :by, :now)
                ON CONFLICT (seller_order_id) WHERE released_at IS NULL DO NOTHING
                """)
                        .bind("part", part.value())
                        .bind("note", body.note().strip())
                        .bind("by", operator.id().value())
                        .bind("now", clock.instant())
                        .then());
    }

    @PostMapping("/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> release(@PathVariable String number, CurrentAccount operator) {
        return part(number)
                .flatMap(part -> database.sql("""
                UPDATE seller_order_hold SET released_by = :by, released_at = :now
                 WHERE seller_order_id = :part AND released_at IS NULL
                """)
                        .bind("part", part.value())
                        .bind("by", operator.id().value())
                        .bind("now", clock.instant())
                        .then());
    }

    private Mono<SellerOrderId> part(String number) {
        return orders.findByPart(number)
                .flatMapIterable(order -> order.sellerOrders())
                .filter(part -> part.number().equals(number))
                .next()
                .map(part -> part.id())
                .switchIfEmpty(Mono.error(RequestProblem::notFound));
    }

    record Reason(@NotBlank @Size(max = 500) String note) {}
}
