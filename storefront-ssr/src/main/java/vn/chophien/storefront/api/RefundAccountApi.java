package vn.chophien.storefront.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/** Where a buyer wants money back that goes back by bank transfer. */
@HttpExchange
public interface RefundAccountApi {

    /** Status 409 when nothing is left to give back, 400 for an account no bank would take. */
    @PutExchange("/orders/{number}/refund-account")
    Mono<OrderApi.Order> refundAccount(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String token,
            @RequestBody RefundAccount account);

    @GetExchange("/banks")
    Mono<Banks> banks();

    record RefundAccount(String bankBin, String accountNumber, String holder) {}

    record Banks(List<Bank> items) {
        public Banks {
            items = Wire.orEmpty(items);
        }
    }

    record Bank(String bin, String name) {}
}
