package vn.chophien.marketplace.web;

import org.springframework.http.HttpStatus;

/**
 * A kind of refusal. The slug is public and stable: clients compare {@code /problems/<slug>}, and the texts are the
 * messages {@code problem.<slug>.title} and {@code problem.<slug>.detail}.
 */
public record ProblemType(String slug, HttpStatus status) {
    public ProblemType {
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "A problem's slug is lower-case words with hyphens, not '%s'".formatted(slug));
        }
    }
}
