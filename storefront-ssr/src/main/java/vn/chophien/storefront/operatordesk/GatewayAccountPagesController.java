package vn.chophien.storefront.operatordesk;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** Which account at the gateway is whose. */
@Controller
@RequestMapping("/operator-desk/gateway/accounts")
class GatewayAccountPagesController {

    private static final String PAGE = "/operator-desk/gateway/accounts";
    private static final Set<String> DONE = Set.of("account", "removed");

    private final GatewayApi api;
    private final Messages messages;

    GatewayAccountPagesController(GatewayApi api, Messages messages) {
        this.api = api;
        this.messages = messages;
    }

    @GetMapping
    Mono<Answer> show(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "") String done) {
        return draw(cursor, DONE.contains(done) ? Optional.of(done) : Optional.empty(), FormErrors.none(), Map.of())
                .map(answer -> answer);
    }

    @PostMapping
    Mono<Answer> record(ServerWebExchange exchange, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var typed = form.toSingleValueMap();
            var errors = FormErrors.none();
            for (var field : new String[] {"shop", "account"}) {
                if (text(typed, field).isEmpty()) {
                    errors = errors.and(field, messages.format(language, "problem.field.required"));
                }
            }
            return errors.isEmpty()
                    ? answer(
                            api.account(text(typed, "shop"), new GatewayApi.NewAccount(text(typed, "account"))),
                            typed,
                            language)
                    : refused(errors, typed);
        });
    }

    @PostMapping("/{slug}/check")
    Mono<Answer> check(@PathVariable String slug, Language language) {
        return answer(api.check(slug), Map.of(), language);
    }

    @PostMapping("/{slug}/remove")
    Mono<Answer> remove(@PathVariable String slug) {
        return api.remove(slug).then(Mono.fromSupplier(() -> Answer.redirect(PAGE + "?done=removed")));
    }

    /** A gateway that does not answer is said on the page too: what was typed stays. */
    private Mono<Answer> answer(Mono<GatewayApi.Account> step, Map<String, String> typed, Language language) {
        return step.<Answer>map(recorded -> Answer.redirect(PAGE + "?done=account"))
                .onErrorResume(
                        ApiProblem.class,
                        problem -> refused(
                                problem.status() == HttpStatus.NOT_FOUND
                                        ? FormErrors.none()
                                                .and("shop", messages.format(language, "gateway.account.unknown-shop"))
                                        : FormErrors.of(problem),
                                typed));
    }

    private Mono<Answer> refused(FormErrors errors, Map<String, String> typed) {
        return draw(null, Optional.empty(), errors, typed).map(Answer.Drawn::invalid);
    }

    private Mono<Answer.Drawn> draw(
            @Nullable String cursor, Optional<String> done, FormErrors errors, Map<String, String> typed) {
        return api.accounts(cursor)
                .map(found -> new GatewayAccountsView(found, done, errors, typed))
                .map(view -> Answer.page("operatordesk/gatewayAccounts", view).cached(Answer.Caching.NEVER));
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }
}
