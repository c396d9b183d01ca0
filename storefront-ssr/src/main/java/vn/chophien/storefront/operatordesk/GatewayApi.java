package vn.chophien.storefront.operatordesk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.Wire;

/** The market's money at the card gateway, which way sellers are paid, and sellers' accounts there. */
@HttpExchange("/operator")
public interface GatewayApi {

    @GetExchange("/gateway-balance")
    Mono<Balance> balance();

    @GetExchange("/gateway-deposits")
    Mono<Deposits> deposits(@RequestParam(required = false) @Nullable String cursor);

    @PostExchange("/gateway-deposits")
    Mono<Deposit> record(@RequestHeader("Idempotency-Key") String key, @RequestBody NewDeposit deposit);

    @GetExchange("/payout-way")
    Mono<Way> way();

    @PutExchange("/payout-way")
    Mono<Way> choose(@RequestBody NewWay way);

    @GetExchange("/gateway-accounts")
    Mono<Accounts> accounts(@RequestParam(required = false) @Nullable String cursor);

    /** Status 404 when there is no such shop. */
    @PutExchange("/sellers/{slug}/gateway-account")
    Mono<Account> account(@PathVariable String slug, @RequestBody NewAccount account);

    @PostExchange("/sellers/{slug}/gateway-account/check")
    Mono<Account> check(@PathVariable String slug);

    @DeleteExchange("/sellers/{slug}/gateway-account")
    Mono<Void> remove(@PathVariable String slug);

    /** @param reported none while the gateway does not answer */
    record Balance(
            long booked, @Nullable Long reported, @Nullable Long difference, String currency) {}

    record Deposits(List<Deposit> items, @Nullable String nextCursor) {
        public Deposits {
            items = Wire.orEmpty(items);
        }
    }

    /** @param reported whether the gateway said so; else an operator did */
    record Deposit(
            String reference,
            long amount,
            long fee,
            String currency,
            LocalDate arrivedOn,
            boolean reported,
            @Nullable Instant failedAt) {}

    record NewDeposit(
            String reference, long amount, @Nullable Long fee, LocalDate arrivedOn) {}

    record Way(String way, String reference, LocalDate validFrom) {}

    record NewWay(String way, String reference) {}

    record Accounts(List<Account> items, @Nullable String nextCursor) {
        public Accounts {
            items = Wire.orEmpty(items);
        }
    }

    record Account(
            @Nullable String shopSlug,
            @Nullable String shopName,
            String account,
            boolean mayReceive,
            Instant checkedAt) {}

    record NewAccount(String account) {}
}
