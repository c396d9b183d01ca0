package vn.chophien.storefront.account;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.StockApi;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.session.AccessRule;

/** Sold-out goods somebody waits for. The product page is the same for everybody, so it only links here. */
@Controller
@RequestMapping("/account/waiting/{variant}")
class WaitingController {

    private final StockApi stock;

    WaitingController(StockApi stock) {
        this.stock = stock;
    }

    @Bean
    static AccessRule waitingIsForThoseSignedIn() {
        return AccessRule.signedIn("/account/waiting/**");
    }

    @GetMapping
    Answer ask(@PathVariable UUID variant) {
        return Answer.page("account/waiting", variant.toString()).cached(Answer.Caching.NEVER);
    }

    @PostMapping
    Mono<Answer> watch(@PathVariable UUID variant) {
        return stock.watch(variant.toString()).thenReturn(Answer.redirect("/account"));
    }

    @PostMapping("/forget")
    Mono<Answer> forget(@PathVariable UUID variant) {
        return stock.forget(variant.toString()).thenReturn(Answer.redirect("/account"));
    }
}
