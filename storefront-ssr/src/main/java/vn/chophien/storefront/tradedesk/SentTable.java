package vn.chophien.storefront.tradedesk;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What the upload form sent: a file, or text pasted from a spreadsheet.
 *
 * @param pasted the text, to show again when it is refused; null for a file
 */
record SentTable(
        @Nullable String fileName, byte[] bytes, @Nullable String pasted) {
    /** A little more than the API takes, so that it can say that this is too much. */
    private static final int MOST_BYTES = 1100 * 1024;

    boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Fails with {@link org.springframework.core.io.buffer.DataBufferLimitException} for more than any table has. */
    static Mono<SentTable> of(ServerWebExchange exchange) {
        return exchange.getMultipartData()
                .flatMap(parts -> file(parts).switchIfEmpty(Mono.fromSupplier(() -> pasted(parts))));
    }

    private static Mono<SentTable> file(MultiValueMap<String, Part> parts) {
        return parts.getFirst("file") instanceof FilePart file
                        && !file.filename().isEmpty()
                ? DataBufferUtils.join(file.content(), MOST_BYTES)
                        .map(buffer -> {
                            var bytes = new byte[buffer.readableByteCount()];
                            buffer.read(bytes);
                            DataBufferUtils.release(buffer);
                            return bytes;
                        })
                        .defaultIfEmpty(new byte[0])
                        .map(bytes -> new SentTable(file.filename(), bytes, null))
                : Mono.empty();
    }

    private static SentTable pasted(MultiValueMap<String, Part> parts) {
        var text = Optional.ofNullable(parts.getFirst("text"))
                .map(part -> part instanceof FormFieldPart field ? field.value() : "")
                .orElse("");
        return new SentTable(null, text.isBlank() ? new byte[0] : text.getBytes(StandardCharsets.UTF_8), text);
    }
}
