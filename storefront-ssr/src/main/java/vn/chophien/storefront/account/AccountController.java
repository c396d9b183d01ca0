package vn.chophien.storefront.account;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.SavedAddressApi;
import vn.chophien.storefront.api.StockApi;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.session.AccessRule;
import vn.chophien.storefront.session.Visitor;

/** The signed-in person's own page. */
@Controller
class AccountController {

    private static final Logger LOG = LoggerFactory.getLogger(AccountController.class);

    private final SavedAddressApi addresses;
    private final StockApi stock;

    AccountController(SavedAddressApi addresses, StockApi stock) {
        this.addresses = addresses;
        this.stock = stock;
    }

    @Bean
    static AccessRule accountIsForItsOwner() {
        return AccessRule.signedIn("/account");
    }

    @GetMapping("/account")
    Mono<Answer> show(Visitor visitor) {
        var account = visitor.account().orElseThrow();
        var saved = orNone(addresses.mine().map(SavedAddressApi.SavedAddresses::items), "addresses");
        var waiting = orNone(stock.watches().map(StockApi.Watches::items), "awaited goods");
        return Mono.zip(saved, waiting)
                .map(parts -> Answer.page("account/account", new AccountView(account, parts.getT1(), parts.getT2()))
                        .cached(Answer.Caching.NEVER));
    }

    private static <T> Mono<List<T>> orNone(Mono<List<T>> part, String name) {
        return part.onErrorResume(failure -> {
            LOG.warn("The account page goes without {}: {}", name, failure.getMessage());
            return Mono.just(List.of());
        });
    }
}
