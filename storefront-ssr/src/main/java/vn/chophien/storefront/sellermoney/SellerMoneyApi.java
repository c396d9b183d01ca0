package vn.chophien.storefront.sellermoney;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.MoneyHold;
import vn.chophien.storefront.api.Wire;

/** A shop's own money. */
@HttpExchange("/seller/money")
public interface SellerMoneyApi {

    @GetExchange
    Mono<Balance> balance();

    @GetExchange("/orders")
    Mono<Sales> sales(@RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/orders/{number}")
    Mono<Sale> sale(@PathVariable String number);

    record Balance(String currency, long total, long pending, long available, List<MoneyHold> holds) {
        public Balance {
            holds = Wire.orEmpty(holds);
        }
    }

    record Sales(List<Sale> items, @Nullable String nextCursor) {
        public Sales {
            items = Wire.orEmpty(items);
        }
    }

    /** Amounts that are taken from the shop are negative. */
    record Sale(
            String number,
            String currency,
            long goods,
            long shipping,
            long commission,
            long vat,
            long pit,
            long gatewayFee,
            long goodsBack,
            long shippingBack,
            long commissionBack,
            long vatBack,
            long pitBack,
            long setOff,
            long net,
            long awaited,
            long atCarrier,
            long refunding,
            boolean delivered,
            @Nullable List<Step> steps) {

        /** What made up the shop's money, by the key of its text; lines of nothing are left out. */
        public List<Amount> amounts() {
            return Stream.of(
                            new Amount("goods", goods),
                            new Amount("shipping", shipping),
                            new Amount("commission", commission),
                            new Amount("vat", vat),
                            new Amount("pit", pit),
                            new Amount("gateway-fee", gatewayFee),
                            new Amount("goods-back", goodsBack),
                            new Amount("shipping-back", shippingBack),
                            new Amount("commission-back", commissionBack),
                            new Amount("vat-back", vatBack),
                            new Amount("pit-back", pitBack),
                            new Amount("set-off", setOff))
                    .filter(line -> line.amount() != 0)
                    .toList();
        }

        public List<Step> history() {
            return Wire.orEmpty(steps);
        }
    }

    record Amount(String kind, long amount) {}

    record Step(String kind, Instant at, long amount, Map<String, String> memo) {
        public Step {
            memo = Wire.orEmpty(memo);
        }
    }
}
