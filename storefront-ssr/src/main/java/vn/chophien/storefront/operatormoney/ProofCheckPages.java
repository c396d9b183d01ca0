package vn.chophien.storefront.operatormoney;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.page.Answer;

/** A past proof reckoned again from the books. */
@Controller
class ProofCheckPages {

    private final OperatorMoneyApi api;

    ProofCheckPages(OperatorMoneyApi api) {
        this.api = api;
    }

    @GetMapping("/operator-desk/proof/{day:\\d{4}-\\d{2}-\\d{2}}")
    Mono<Answer> show(@PathVariable String day) {
        return api.recomputation(day)
                .map(found -> Answer.page("operatormoney/proofCheck", found).cached(Answer.Caching.NEVER));
    }
}
