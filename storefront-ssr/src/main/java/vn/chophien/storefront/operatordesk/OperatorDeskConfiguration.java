package vn.chophien.storefront.operatordesk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import vn.chophien.storefront.session.AccessRule;
import vn.chophien.storefront.session.Role;

@Configuration(proxyBeanMethods = false)
class OperatorDeskConfiguration {

    @Bean
    AccessRule operatorDeskForOperators() {
        return AccessRule.role("/operator-desk/**", Role.OPERATOR);
    }

    @Bean
    OperatorApi operatorApi(HttpServiceProxyFactory apis) {
        return apis.createClient(OperatorApi.class);
    }

    @Bean
    GatewayApi gatewayApi(HttpServiceProxyFactory apis) {
        return apis.createClient(GatewayApi.class);
    }

    @Bean
    SearchInsightApi searchInsightApi(HttpServiceProxyFactory apis) {
        return apis.createClient(SearchInsightApi.class);
    }

    /** Books that differ from the payments come before everything else. */
    @Bean
    NeedsAttention differingBooks(OperatorApi api) {
        return () -> api.proofs(null)
                .flatMapIterable(OperatorApi.Proofs::items)
                .take(1)
                .filter(proof -> !proof.agrees())
                .map(proof -> new NeedsAttention.Item(
                        "books", Math.max(1, proof.differences().size()), "/operator-desk/proof"));
    }

    @Bean
    NeedsAttention cashAtCarriers(OperatorApi api) {
        return () -> api.outstanding()
                .filter(cash -> !cash.items().isEmpty())
                .map(cash -> new NeedsAttention.Item("cash", cash.items().size(), "/operator-desk/cod"))
                .flux();
    }
}
