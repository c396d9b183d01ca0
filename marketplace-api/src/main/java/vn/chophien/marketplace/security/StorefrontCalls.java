package vn.chophien.marketplace.security;

import java.security.MessageDigest;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.id.SecretToken;

/** Knows our storefront by a secret that it shares with us; whoever shows another one is a stranger like all others. */
@Component
public class StorefrontCalls {
    public static final String HEADER = "X-Storefront-Secret";

    private final List<byte[]> hashes;

    StorefrontCalls(StorefrontSettings settings) {
        this.hashes = settings.secrets().stream()
                .map(secret -> new SecretToken(secret).hash())
                .toList();
    }

    /** Whether the storefront asks for a page of its own. Hashes are compared in constant time. */
    public boolean include(ServerHttpRequest request) {
        var shown = request.getHeaders().getFirst(HEADER);
        if (shown == null) {
            return false;
        }
        var hash = new SecretToken(shown).hash();
        return hashes.stream().anyMatch(known -> MessageDigest.isEqual(known, hash));
    }
}
