package vn.chophien.marketplace.marketfile;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param directory the files of the market to load while there is no shop: a folder, or {@code classpath:} and a folder
 * @param report the file that says what was loaded and which lines were left out
 */
@ConfigurationProperties("chophien.market")
record MarketSettings(@Nullable String directory, @Nullable String report) {}
