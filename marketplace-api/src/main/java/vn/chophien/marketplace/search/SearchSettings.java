package vn.chophien.marketplace.search;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param alias under which the complete index is found
 * @param timeout after which a search counts as unavailable
 * @param facetsAge how old the counts beside the filters may be
 */
@Validated
@ConfigurationProperties("chophien.search")
record SearchSettings(
        @NotNull URI elasticsearchUrl,
        @NotBlank String alias,
        @NotNull Duration timeout,
        @NotNull Duration facetsAge) {}
