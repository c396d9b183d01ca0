package vn.chophien.marketplace.aftersales;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.order.Order;
import vn.chophien.marketplace.order.OrderAccess;
import vn.chophien.marketplace.security.CurrentDesk;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.web.IdempotencyKey;

/** What a shop, or the operator in its place, gives back of its own accord. */
@RestController
class GoodwillController {

    private final OrderAccess access;
    private final Goodwill goodwill;

    GoodwillController(OrderAccess access, Goodwill goodwill) {
        this.access = access;
        this.goodwill = goodwill;
    }

    @PostMapping({
        CurrentDesk.SELLER + "/orders/{number}/goodwill",
        CurrentDesk.OPERATOR + "/seller-orders/{number}/goodwill"
    })
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> give(@PathVariable String number, CurrentDesk desk, IdempotencyKey key, @Valid @RequestBody Gift body) {
        return order(number, desk)
                .flatMap(order -> goodwill.give(
                        order.id(),
                        number,
                        body.amount(),
                        ReturnController.by(desk, body.reason().strip()),
                        key));
    }

    private Mono<Order> order(String number, CurrentDesk desk) {
        return desk.seller() == null
                ? access.forOperator(number)
                : access.forSeller(number, new CurrentSeller(desk.account(), desk.seller()));
    }

    record Gift(
            @Min(1) long amount, @NotBlank @Size(max = 500) String reason) {}
}
