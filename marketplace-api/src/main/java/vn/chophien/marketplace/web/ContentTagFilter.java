package vn.chophien.marketplace.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Tags public answers with a digest of their bytes, and leaves the bytes away when the client already has them. The tag is
 * weak, since the server may send the same content compressed, which is other bytes. Only
 * answers that say {@code Cache-Control: public} and bring no tag of their own are touched, so streams and files pass.
 */
@Component
class ContentTagFilter implements WebFilter {
    private static final int TAG_BYTES = 12;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var method = exchange.getRequest().getMethod();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            return chain.filter(exchange);
        }
        var known = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.IF_NONE_MATCH);
        var response = new TaggedResponse(exchange.getResponse(), String.join(",", known));
        return chain.filter(exchange.mutate().response(response).build());
    }

    private static final class TaggedResponse extends ServerHttpResponseDecorator {
        private final String ifNoneMatch;

        TaggedResponse(ServerHttpResponse response, String ifNoneMatch) {
            super(response);
            this.ifNoneMatch = ifNoneMatch;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            if (!isTaggable()) {
                return super.writeWith(body);
            }
            return DataBufferUtils.join(body).flatMap(bytes -> {
                var tag = tagOf(bytes);
                getHeaders().setETag(tag);
                if (!isKnown(tag)) {
                    return super.writeWith(Mono.just(bytes));
                }
                DataBufferUtils.release(bytes);
                setStatusCode(HttpStatus.NOT_MODIFIED);
                getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
                return setComplete();
            });
        }

        private boolean isTaggable() {
            var cacheControl = getHeaders().getCacheControl();
            return HttpStatus.OK.equals(getStatusCode() == null ? HttpStatus.OK : getStatusCode())
                    && getHeaders().getETag() == null
                    && cacheControl != null
                    && cacheControl.contains("public");
        }

        private boolean isKnown(String tag) {
            return Arrays.stream(ifNoneMatch.split(","))
                    .map(String::strip)
                    .anyMatch(known -> known.equals("*") || known.equals(tag) || ("W/" + known).equals(tag));
        }

        private static String tagOf(DataBuffer bytes) {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                try (var buffers = bytes.readableByteBuffers()) {
                    buffers.forEachRemaining(digest::update);
                }
                return "W/\"" + HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES) + "\"";
            } catch (NoSuchAlgorithmException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
    }
}
