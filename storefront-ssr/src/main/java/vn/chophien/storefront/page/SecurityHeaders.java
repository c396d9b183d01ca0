package vn.chophien.storefront.page;

import java.net.URI;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Headers that tell browsers to run, load and send only what our pages mean them to. */
@Component
class SecurityHeaders {

    private static final Pattern WIDGET = Pattern.compile("(/en)?/market-prices/series/[^/]+/widget");

    private final String contentSecurityPolicy;
    private final String framedPolicy;
    private final boolean secure;

    SecurityHeaders(StorefrontProperties properties) {
        var paymentPages = properties.paymentPages().stream()
                .map(SecurityHeaders::origin)
                .distinct()
                .collect(Collectors.joining(" "));
        // Browsers apply form-action to the redirect after a form too, and checkout leads to the gateway's pay page.
        contentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none';"
                + (" form-action 'self' " + paymentPages).stripTrailing();
        framedPolicy = "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors *";
        secure = "https".equals(properties.publicUrl().getScheme());
    }

    /** @param path of the page: only a price's widget, which does nothing but show, may stand in other sites' pages */
    void addTo(HttpHeaders headers, String path) {
        headers.set("Content-Security-Policy", WIDGET.matcher(path).matches() ? framedPolicy : contentSecurityPolicy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        if (secure) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    private static String origin(URI page) {
        return page.getScheme() + "://" + page.getAuthority();
    }
}
