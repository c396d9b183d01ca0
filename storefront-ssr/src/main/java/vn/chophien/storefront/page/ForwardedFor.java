package vn.chophien.storefront.page;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Where a page view comes from: what proxies before us said, and last whom we heard it from. Whom of them to believe is for
 * the API to decide.
 */
final class ForwardedFor {
    private static final String HEADER = "X-Forwarded-For";

    /** Nobody stands behind so many proxies; what is longer is left away, since the nearest addresses count. */
    private static final int MAX_LENGTH = 500;

    private ForwardedFor() {}

    /** Empty when nothing is known. */
    static String of(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        if (remote == null || remote.getAddress() == null) {
            return "";
        }
        var said = String.join(", ", request.getHeaders().getOrEmpty(HEADER));
        return Stream.of(said, remote.getAddress().getHostAddress())
                .filter(part -> !part.isEmpty() && part.length() <= MAX_LENGTH)
                .collect(Collectors.joining(", "));
    }
}
