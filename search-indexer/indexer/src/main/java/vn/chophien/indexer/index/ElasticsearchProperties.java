package vn.chophien.indexer.index;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.chophien.listingindex.ReadAlias;

/** Where the index is and what it is called. */
@ConfigurationProperties("chophien.indexer")
record ElasticsearchProperties(URI elasticsearchUrl, String alias) {

    ReadAlias readAlias() {
        return new ReadAlias(alias);
    }
}
