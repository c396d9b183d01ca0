package vn.chophien.storefront.api;

import io.netty.channel.ChannelOption;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.netty.http.client.HttpClient;

/** Page families make their own {@code @HttpExchange} beans from the {@link HttpServiceProxyFactory}. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    private static final int MAX_ANSWER_BYTES = 4 * 1024 * 1024;

    /** For bodies that are passed through (pictures, files), where an interface would buffer them. */
    @Bean
    WebClient apiClient(WebClient.Builder builder, ApiProperties properties) {
        var http = HttpClient.create()
                .compress(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        properties.connectTimeout().toMillis())
                .responseTimeout(properties.responseTimeout());
        return builder.baseUrl(properties.url().resolve("/api/v1").toString())
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MAX_ANSWER_BYTES))
                .filter(new ApiExchange(properties.secret()))
                .build();
    }

    @Bean
    HttpServiceProxyFactory apis(WebClient apiClient) {
        return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(apiClient))
                .build();
    }

    @Bean
    CatalogApi catalogApi(HttpServiceProxyFactory apis) {
        return apis.createClient(CatalogApi.class);
    }

    @Bean
    SearchApi searchApi(HttpServiceProxyFactory apis) {
        return apis.createClient(SearchApi.class);
    }

    @Bean
    AccountApi accountApi(HttpServiceProxyFactory apis) {
        return apis.createClient(AccountApi.class);
    }

    @Bean
    PriceGlanceApi priceGlanceApi(HttpServiceProxyFactory apis) {
        return apis.createClient(PriceGlanceApi.class);
    }

    @Bean
    PlaceApi placeApi(HttpServiceProxyFactory apis) {
        return apis.createClient(PlaceApi.class);
    }

    @Bean
    CartApi cartApi(HttpServiceProxyFactory apis) {
        return apis.createClient(CartApi.class);
    }

    @Bean
    CheckoutApi checkoutApi(HttpServiceProxyFactory apis) {
        return apis.createClient(CheckoutApi.class);
    }

    @Bean
    RefundAccountApi refundAccountApi(HttpServiceProxyFactory apis) {
        return apis.createClient(RefundAccountApi.class);
    }

    @Bean
    OrderApi orderApi(HttpServiceProxyFactory apis) {
        return apis.createClient(OrderApi.class);
    }

    @Bean
    ReturnApi returnApi(HttpServiceProxyFactory apis) {
        return apis.createClient(ReturnApi.class);
    }

    @Bean
    StockApi stockApi(HttpServiceProxyFactory apis) {
        return apis.createClient(StockApi.class);
    }

    @Bean
    SellerApi sellerApi(HttpServiceProxyFactory apis) {
        return apis.createClient(SellerApi.class);
    }

    @Bean
    SavedAddressApi savedAddressApi(HttpServiceProxyFactory apis) {
        return apis.createClient(SavedAddressApi.class);
    }
}
