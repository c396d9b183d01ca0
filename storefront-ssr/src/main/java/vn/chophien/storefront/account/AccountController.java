package vn.chophien.storefront.account;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.SavedAddressApi;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.session.AccessRule;
import vn.chophien.storefront.session.Visitor;

/** The signed-in person's own page. */
@Controller
class AccountController {

    private static final Logger LOG = LoggerFactory.getLogger(AccountController.class);

    private final SavedAddressApi addresses;

    AccountController(SavedAddressApi addresses) {
        this.addresses = addresses;
    }

    @Bean
    static AccessRule accountIsForItsOwner() {
        return AccessRule.signedIn("/account");
    }

    @GetMapping("/account")
    Mono<Answer> show(Visitor visitor) {
        var account = visitor.account().orElseThrow();
        return addresses
                .mine()
                .map(SavedAddressApi.SavedAddresses::items)
                .onErrorResume(failure -> {
                    LOG.warn("The account page goes without addresses: {}", failure.getMessage());
                    return Mono.just(List.of());
                })
                .map(saved -> Answer.page("account/account", new AccountView(account, saved))
                        .cached(Answer.Caching.NEVER));
    }
}
