package vn.chophien.marketplace.web;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Answers that are the same for everybody who asks in the same language. They may be kept by any cache that asks again
 * before it uses them; {@link ContentTagFilter} gives them their entity tag and answers a repeated question with 304.
 */
public final class PublicReads {
    private PublicReads() {}

    public static <T> ResponseEntity<T> ok(T body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePublic())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.ACCEPT_ENCODING)
                .body(body);
    }
}
