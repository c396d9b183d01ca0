package vn.chophien.marketplace.pricefeed;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param publicUrl where people read the prices: feeds link there
 * @param apiUrl where programs read them: files and events name it
 * @param department who signs bulletins, in Vietnamese
 * @param departmentEn and in English
 */
@Validated
@ConfigurationProperties("chophien.prices")
public record PriceFeedSettings(
        @DefaultValue("http://localhost:8080") @Pattern(regexp = "https?://.+[^/]")
        String publicUrl,

        @DefaultValue("http://localhost:8081") @Pattern(regexp = "https?://.+[^/]")
        String apiUrl,

        @DefaultValue("Sở Công Thương") @NotBlank String department,

        @DefaultValue("Department of Industry and Trade") @NotBlank
        String departmentEn) {}
