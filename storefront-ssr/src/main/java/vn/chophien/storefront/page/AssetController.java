package vn.chophien.storefront.page;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

@Controller
class AssetController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{*name}")
    ResponseEntity<byte[]> asset(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings) {
        var asset = assets.find(name.substring(1)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var answer = ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(asset.type())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return asset.gzipped()
                .filter(gzipped -> encodings.contains("gzip"))
                .map(gzipped ->
                        answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(gzipped))
                .orElseGet(() -> answer.body(asset.plain()));
    }
}
