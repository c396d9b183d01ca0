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
 * @param askAgainAfter when what may be a little old (counts beside the filters, suggestions) is asked for again, behind the answer
 * @param forgetAfter how old it may get where nobody asks
 */
@Validated
@ConfigurationProperties("chophien.search")
record SearchSettings(
        @NotNull URI elasticsearchUrl,
        @NotBlank String alias,
        @NotNull Duration timeout,
        @NotNull Duration askAgainAfter,
        @NotNull Duration forgetAfter) {}
