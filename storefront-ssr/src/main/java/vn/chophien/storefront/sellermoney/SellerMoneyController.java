package vn.chophien.storefront.sellermoney;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.page.Answer;

/** "My money". */
@Controller
@RequestMapping("/seller-desk/money")
class SellerMoneyController {

    private final SellerMoneyApi money;

    SellerMoneyController(SellerMoneyApi money) {
        this.money = money;
    }

    @Bean
    static SellerMoneyApi sellerMoneyApi(HttpServiceProxyFactory apis) {
        return apis.createClient(SellerMoneyApi.class);
    }

    @GetMapping
    Mono<Answer> show(@RequestParam(required = false) @Nullable String cursor) {
        return Mono.zip(money.balance(), money.sales(cursor))
                .map(found -> Answer.page("sellermoney/money", new MoneyView(found.getT1(), found.getT2()))
                        .cached(Answer.Caching.NEVER));
    }

    @GetMapping("/{number}")
    Mono<Answer> sale(@PathVariable String number) {
        return money.sale(number)
                .map(sale -> Answer.page("sellermoney/sale", sale).cached(Answer.Caching.NEVER));
    }
}
