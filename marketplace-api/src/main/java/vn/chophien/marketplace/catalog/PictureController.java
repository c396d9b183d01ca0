package vn.chophien.marketplace.catalog;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.web.RequestProblem;

@RestController
class PictureController {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Pictures pictures;

    PictureController(Pictures pictures) {
        this.pictures = pictures;
    }

    /** What an address shows never changes, so it may be kept for ever. */
    @GetMapping("/api/v1/pictures/{id}/{width}")
    Mono<ResponseEntity<byte[]>> show(@PathVariable String id, @PathVariable int width) {
        return pictures.read(id, width)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .map(file -> ResponseEntity.ok()
                        .cacheControl(FOR_EVER)
                        .eTag("\"%s-%d\"".formatted(id, width))
                        .contentType(MediaType.IMAGE_JPEG)
                        .header("X-Content-Type-Options", "nosniff")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                        .body(file));
    }
}
