package vn.chophien.indexer.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties("chophien.indexer")
record FeedProperties(int batchSize, Duration pollEvery, Duration claimFor, int attempts) {}
