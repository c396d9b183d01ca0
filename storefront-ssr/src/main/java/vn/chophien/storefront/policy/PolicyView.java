package vn.chophien.storefront.policy;

import java.util.List;

/**
 * @param html our own text, drawn from Markdown and therefore safe to write as it is
 * @param operator what is known of who runs the market; empty when nobody said
 */
public record PolicyView(String slug, String html, List<Fact> operator) {

    /** One line about the operator; {@code label} is a message key. */
    public record Fact(String label, String value) {}
}
