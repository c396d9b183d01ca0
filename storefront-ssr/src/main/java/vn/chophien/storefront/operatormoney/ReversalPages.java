package vn.chophien.storefront.operatormoney;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.FormKey;

/** Transactions that somebody wants taken back, and what a second person makes of it. */
@Controller
@RequestMapping("/operator-desk/reversals")
class ReversalPages {

    private static final String PAGE = "/operator-desk/reversals";
    private static final Set<String> DONE = Set.of("requested", "approved", "refused");

    private final OperatorMoneyApi api;

    ReversalPages(OperatorMoneyApi api) {
        this.api = api;
    }

    @GetMapping
    Mono<Answer> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String done) {
        return draw(cursor, Optional.ofNullable(done).filter(DONE::contains), FormErrors.none())
                .map(answer -> answer);
    }

    /** The books give the key of the transaction. */
    @GetMapping("/new")
    Answer ask(@RequestParam String transaction, @RequestParam(defaultValue = "") String title) {
        return form(new ReversalForm(transaction, title, FormKey.next(), "", FormErrors.none()));
    }

    @PostMapping
    Mono<Answer> request(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var typed = new OperatorMoneyApi.NewReversal(text(form, "transaction"), text(form, "reason"));
            return api.reverse(text(form, "key"), typed)
                    .<Answer>map(reversal -> Answer.redirect(PAGE + "?done=requested"))
                    .onErrorResume(
                            ApiProblem.class,
                            problem -> problem.status().is4xxClientError()
                                    ? Mono.just(form(new ReversalForm(
                                                    typed.transaction(),
                                                    text(form, "title"),
                                                    text(form, "key"),
                                                    typed.reason(),
                                                    FormErrors.of(problem)))
                                            .invalid())
                                    : Mono.error(problem));
        });
    }

    @PostMapping("/{id}/approve")
    Mono<Answer> approve(@PathVariable String id) {
        return decided(api.approve(id), "approved");
    }

    @PostMapping("/{id}/refuse")
    Mono<Answer> refuse(@PathVariable String id) {
        return decided(api.refuse(id), "refused");
    }

    private Mono<Answer> decided(Mono<OperatorMoneyApi.Reversal> change, String done) {
        return change.<Answer>map(reversal -> Answer.redirect(PAGE + "?done=" + done))
                .onErrorResume(
                        ApiProblem.class,
                        problem -> problem.status().is4xxClientError()
                                        && problem.status().value() != 404
                                ? draw(null, Optional.empty(), FormErrors.of(problem))
                                        .map(Answer.Drawn::invalid)
                                : Mono.error(problem));
    }

    private Mono<Answer.Drawn> draw(@Nullable String cursor, Optional<String> done, FormErrors errors) {
        return api.reversals(cursor)
                .map(found -> Answer.page("operatormoney/reversals", new ReversalsView(found, done, errors))
                        .cached(Answer.Caching.NEVER));
    }

    private static Answer.Drawn form(ReversalForm view) {
        return Answer.page("operatormoney/reversal", view).cached(Answer.Caching.NEVER);
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }
}
