package vn.chophien.storefront.payout;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.publisher.Flux;
import vn.chophien.storefront.operatordesk.NeedsAttention;

@Configuration(proxyBeanMethods = false)
class PayoutConfiguration {

    private static final String PAGE = "/operator-desk/payouts";

    @Bean
    SellerPayoutApi sellerPayoutApi(HttpServiceProxyFactory apis) {
        return apis.createClient(SellerPayoutApi.class);
    }

    @Bean
    OperatorPayoutApi operatorPayoutApi(HttpServiceProxyFactory apis) {
        return apis.createClient(OperatorPayoutApi.class);
    }

    /** Shops that can be paid, batches that wait for a second person, payouts that wait for the bank. */
    @Bean
    NeedsAttention payoutsNeedAttention(OperatorPayoutApi api) {
        return () -> api.candidates()
                .zipWith(api.batches(null))
                .flatMapIterable(found -> List.of(
                        item(
                                "payouts-due",
                                found.getT1().items().stream()
                                        .filter(candidate ->
                                                candidate.standing().equals("READY"))
                                        .count()),
                        item(
                                "payouts-to-approve",
                                found.getT2().items().stream()
                                        .filter(batch -> batch.state().equals("DRAFTED"))
                                        .count()),
                        item(
                                "payouts-to-confirm",
                                found.getT2().items().stream()
                                        .mapToLong(OperatorPayoutApi.Batch::openCount)
                                        .sum())))
                .filter(item -> item.count() > 0)
                .as(Flux::from);
    }

    private static NeedsAttention.Item item(String kind, long count) {
        return new NeedsAttention.Item(kind, count, PAGE);
    }
}
