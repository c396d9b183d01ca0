package vn.chophien.storefront.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Where an order's page is, without the language part. The token is a guest's key to it. */
public final class OrderPath {

    private OrderPath() {}

    public static String of(String number, @Nullable String token) {
        return "/orders/" + UriUtils.encodePathSegment(number, StandardCharsets.UTF_8)
                + Optional.ofNullable(token)
                        .map(key -> "?token=" + UriUtils.encode(key, StandardCharsets.UTF_8))
                        .orElse("");
    }
}
