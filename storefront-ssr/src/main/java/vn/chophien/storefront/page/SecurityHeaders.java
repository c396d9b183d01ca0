package vn.chophien.storefront.page;

import java.net.URI;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Headers that tell browsers to run, load and send only what our pages mean them to. */
@Component
class SecurityHeaders {

    private final String contentSecurityPolicy;
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
        secure = "https".equals(properties.publicUrl().getScheme());
    }

    void addTo(HttpHeaders headers) {
        headers.set("Content-Security-Policy", contentSecurityPolicy);
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
