package vn.chophien.storefront.payout;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.document.PdfFiles;
import vn.chophien.storefront.document.PrintedTable;

/** Files to keep: those of the API passed on, and documents made here. Nobody on the way keeps them. */
@Component
public class Downloads {

    private static final String NOT_KEPT = "no-store";

    private final WebClient api;
    private final PdfFiles files;

    Downloads(WebClient apiClient, PdfFiles files) {
        this.api = apiClient;
        this.files = files;
    }

    /** A table of the API, with the reader's own rights. */
    public Mono<Void> csv(ServerWebExchange exchange, String uri, Object... variables) {
        return api.get().uri(uri, variables).exchangeToMono(answer -> {
            var from = answer.headers().asHttpHeaders();
            exchange.getResponse().setStatusCode(answer.statusCode());
            var to = exchange.getResponse().getHeaders();
            to.setContentType(from.getContentType());
            to.setContentDisposition(from.getContentDisposition());
            to.setCacheControl(NOT_KEPT);
            return exchange.getResponse().writeWith(answer.bodyToFlux(DataBuffer.class));
        });
    }

    Mono<ResponseEntity<byte[]>> pdf(PrintedTable table, String name) {
        return files.draw(table).map(bytes -> answer(bytes, name + ".pdf", MediaType.APPLICATION_PDF));
    }

    static ResponseEntity<byte[]> answer(byte[] bytes, String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
