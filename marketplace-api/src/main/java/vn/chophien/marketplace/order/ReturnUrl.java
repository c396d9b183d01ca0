package vn.chophien.marketplace.order;

import java.net.URI;
import java.util.Optional;

/** Where the gateway sends the buyer back to. */
public final class ReturnUrl {

    private static final String NUMBER = "%7Bnumber%7D";
    private static final String TOKEN = "%7Btoken%7D";

    private ReturnUrl() {}

    /** An absolute web address, in which {@code {number}} and {@code {token}} may stand; empty for anything else. */
    public static Optional<URI> parse(String text) {
        try {
            var url = URI.create(text.strip().replace("{", "%7B").replace("}", "%7D"));
            var web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            return web && url.getHost() != null ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** The address for one order; one without {@code {number}} and {@code {token}} gets the number as the parameter {@code order}. */
    static URI of(URI template, OrderNumber number, String token) {
        var text = template.toString();
        var filled = text.replace(NUMBER, number.value()).replace(TOKEN, token);
        return URI.create(
                filled.equals(text)
                        ? text + (template.getRawQuery() == null ? "?" : "&") + "order=" + number.value()
                        : filled);
    }
}
