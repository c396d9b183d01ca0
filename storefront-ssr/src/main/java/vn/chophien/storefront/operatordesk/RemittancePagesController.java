package vn.chophien.storefront.operatordesk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.TypedText;

/** What a carrier handed over, and taking it back when it was recorded for the wrong orders. */
@Controller
@RequestMapping("/operator-desk/cod/{id}")
class RemittancePagesController {

    private static final int LONGEST_REASON = 500;

    private final OperatorApi api;
    private final Messages messages;

    RemittancePagesController(OperatorApi api, Messages messages) {
        this.api = api;
        this.messages = messages;
    }

    @GetMapping
    Mono<Answer> show(@PathVariable String id, @RequestParam(defaultValue = "false") boolean withdrawn) {
        return draw(id, withdrawn, FormErrors.none(), "").map(answer -> answer);
    }

    @PostMapping("/withdrawal")
    Mono<Answer> withdraw(@PathVariable String id, ServerWebExchange exchange, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var reason = TypedText.of(form, "reason");
            var wrong = TypedText.problem(reason, LONGEST_REASON, messages, language);
            return wrong.isPresent()
                    ? refused(id, FormErrors.none().and("reason", wrong.get()), reason)
                    : api.withdraw(id, new OperatorApi.NewWithdrawal(reason))
                            .<Answer>map(done -> Answer.redirect("/operator-desk/cod/" + id + "?withdrawn=true"))
                            .onErrorResume(
                                    ApiProblem.class,
                                    problem -> problem.status().is4xxClientError()
                                            ? refused(id, FormErrors.of(problem), reason)
                                            : Mono.error(problem));
        });
    }

    private Mono<Answer> refused(String id, FormErrors errors, String reason) {
        return draw(id, false, errors, reason).map(Answer.Drawn::invalid);
    }

    private Mono<Answer.Drawn> draw(String id, boolean withdrawn, FormErrors errors, String reason) {
        return api.remittance(id)
                .map(remittance -> new RemittanceView(remittance, withdrawn, errors, reason))
                .map(view -> Answer.page("operatordesk/remittance", view).cached(Answer.Caching.NEVER));
    }
}
