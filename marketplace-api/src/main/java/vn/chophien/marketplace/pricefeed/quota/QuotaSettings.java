package vn.chophien.marketplace.pricefeed.quota;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param withoutKey requests an hour of a client without a key
 * @param withKey requests an hour with a key
 */
@Validated
@ConfigurationProperties("chophien.price-quota")
record QuotaSettings(
        @DefaultValue("3000") @Min(1) int withoutKey,
        @DefaultValue("60000") @Min(1) int withKey) {}
