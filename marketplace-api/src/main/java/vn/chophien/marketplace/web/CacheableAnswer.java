package vn.chophien.marketplace.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Public answers that browsers and proxies may keep; a client that already has the current one gets an empty 304. */
public final class CacheableAnswer {
    private static final int TAG_BYTES = 12;

    private CacheableAnswer() {}

    /** @param etag of this answer in this language; see {@link #tagOf} */
    public static <T> ResponseEntity<T> of(T body, String etag, Duration maxAge) {
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(CacheControl.maxAge(maxAge).cachePublic())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.ACCEPT_ENCODING)
                .body(body);
    }

    /**
     * An entity tag of everything the answer depends on, such as language, ids and versions. It is weak, since the answer
     * may be sent compressed or not.
     */
    public static String tagOf(Object... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return "W/\"" + HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
