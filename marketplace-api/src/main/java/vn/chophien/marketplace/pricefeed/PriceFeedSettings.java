package vn.chophien.marketplace.pricefeed;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param publicUrl where people read the prices: feeds link there
 */
@Validated
@ConfigurationProperties("chophien.prices")
record PriceFeedSettings(
        @DefaultValue("http://localhost:8080") @Pattern(regexp = "https?://.+[^/]")
        String publicUrl) {}
