package vn.chophien.marketplace.pricefeed;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;

/** News of published prices for readers that come and ask. */
@RestController
@RequestMapping("/api/v1/prices")
class FeedController {
    private static final MediaType ATOM = new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8);

    private final AtomFeed feed;
    private final PublishedAnswers answers;

    FeedController(AtomFeed feed, PublishedAnswers answers) {
        this.feed = feed;
        this.answers = answers;
    }

    @GetMapping("/feed.atom")
    Mono<ResponseEntity<String>> feed(
            @RequestParam @Nullable String commodity,
            @RequestParam(name = "as_of") @Nullable String asOf,
            Language language,
            ServerWebExchange exchange) {
        return answers.answer(exchange, language, asOf, ATOM, known -> feed.write(commodity, known, language));
    }
}
