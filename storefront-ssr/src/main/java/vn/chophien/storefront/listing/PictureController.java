package vn.chophien.storefront.listing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Passes pictures through from the API without holding them, with the API's caching headers. */
@Controller
class PictureController {

    private static final Set<Integer> WIDTHS = Set.of(160, 320, 640, 1200);
    private static final List<String> PASSED_ON =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LENGTH, HttpHeaders.CACHE_CONTROL, HttpHeaders.ETAG);

    private final WebClient api;

    PictureController(WebClient apiClient) {
        this.api = apiClient;
    }

    @GetMapping("/pictures/{id:[A-Za-z0-9-]{1,64}}/{width:\\d{1,4}}")
    Mono<ResponseEntity<Flux<DataBuffer>>> picture(
            @PathVariable String id,
            @PathVariable int width,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        if (!WIDTHS.contains(width)) {
            return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        return api.get()
                .uri("/pictures/{id}/{width}", id, width)
                .headers(headers -> {
                    if (known != null) {
                        headers.set(HttpHeaders.IF_NONE_MATCH, known);
                    }
                })
                .retrieve()
                .toEntityFlux(DataBuffer.class)
                .map(answer -> ResponseEntity.status(answer.getStatusCode())
                        .headers(headers -> PASSED_ON.forEach(name -> {
                            var value = answer.getHeaders().getFirst(name);
                            if (value != null) {
                                headers.set(name, value);
                            }
                        }))
                        .body(answer.getBody()));
    }
}
