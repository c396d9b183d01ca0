package vn.chophien.indexer.rebuild;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties("chophien.indexer")
record RebuildProperties(int batchSize, int rebuildRate) {

    /** The least time one page may take. */
    Duration pageTime() {
        return Duration.ofNanos(1_000_000_000L * batchSize / rebuildRate);
    }
}
