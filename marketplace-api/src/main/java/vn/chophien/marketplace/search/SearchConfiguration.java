package vn.chophien.marketplace.search;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chophien.listingindex.ListingIndexConnection;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchSettings.class)
class SearchConfiguration {

    @Bean
    ListingIndexConnection listingIndexConnection(SearchSettings settings) {
        return ListingIndexConnection.open(settings.elasticsearchUrl(), settings.timeout(), settings.timeout());
    }
}
