package vn.chophien.storefront.transfer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.publisher.Flux;
import vn.chophien.storefront.operatordesk.NeedsAttention;

@Configuration(proxyBeanMethods = false)
class TransferConfiguration {

    private static final String OPERATOR = "operator";

    @Bean
    TransferApi transferApi(HttpServiceProxyFactory apis) {
        return apis.createClient(TransferApi.class);
    }

    @Bean
    ClaimApi claimApi(HttpServiceProxyFactory apis) {
        return apis.createClient(ClaimApi.class);
    }

    /** One page of each tells whether there is work; more than a page is shown as a page. */
    @Bean
    NeedsAttention transfersNeedAttention(TransferApi transfers) {
        return () -> Flux.concat(
                        transfers
                                .transfers(OPERATOR, true, null)
                                .map(page -> new NeedsAttention.Item(
                                        "transfers", page.items().size(), "/operator-desk/transfers")),
                        transfers
                                .refunds(OPERATOR, true, null)
                                .map(page -> new NeedsAttention.Item(
                                        "transfer-refunds", page.items().size(), "/operator-desk/transfer-refunds")))
                .filter(item -> item.count() > 0);
    }
}
