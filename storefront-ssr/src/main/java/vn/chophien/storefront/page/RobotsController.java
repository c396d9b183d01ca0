package vn.chophien.storefront.page;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Keeps search engines out of pages that are about one visitor, and out of the endless space of filtered searches. */
@Controller
class RobotsController {

    private static final String RULES = """
            User-agent: *
            Disallow: /search
            Disallow: /en/search
            Disallow: /cart
            Disallow: /en/cart
            Disallow: /checkout
            Disallow: /en/checkout
            Disallow: /account
            Disallow: /en/account
            Disallow: /sign-in
            Disallow: /en/sign-in
            Disallow: /seller-desk
            Disallow: /en/seller-desk
            Disallow: /trade-desk
            Disallow: /en/trade-desk
            Disallow: /orders
            Disallow: /en/orders
            """;

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .contentType(MediaType.TEXT_PLAIN)
                .body(RULES);
    }
}
