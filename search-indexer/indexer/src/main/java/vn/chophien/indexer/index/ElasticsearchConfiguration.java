package vn.chophien.indexer.index;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chophien.listingindex.ListingIndexConnection;

@Configuration(proxyBeanMethods = false)
class ElasticsearchConfiguration {

    @Bean
    ListingIndexConnection listingIndexConnection(ElasticsearchProperties properties) {
        return ListingIndexConnection.open(
                properties.elasticsearchUrl(), Duration.ofSeconds(2), Duration.ofSeconds(20));
    }

    @Bean
    ElasticsearchAsyncClient elasticsearchClient(ListingIndexConnection connection) {
        return connection.client();
    }
}
