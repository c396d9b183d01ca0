package vn.chophien.storefront.payout;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.payout.SellerPayoutApi.PlanChoice;

/** What was paid out to a shop, what came back, and when the next payout is. */
@Controller
@RequestMapping("/seller-desk/payouts")
class SellerPayoutPages {

    private static final Set<String> DONE = Set.of("request", "plan");

    private final SellerPayoutApi api;

    SellerPayoutPages(SellerPayoutApi api) {
        this.api = api;
    }

    @GetMapping
    Mono<Answer> show(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String done) {
        return draw(cursor, Optional.ofNullable(done).filter(DONE::contains), FormErrors.none(), null)
                .map(answer -> answer);
    }

    @PostMapping("/request")
    Mono<Answer> request() {
        return api.request()
                .<Answer>map(plan -> Answer.redirect("/seller-desk/payouts?done=request"))
                .onErrorResume(ApiProblem.class, problem -> refused(problem, null));
    }

    @PostMapping("/plan")
    Mono<Answer> choose(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var choice = PlanChoice.of(form, null);
            return api.choose(Objects.requireNonNullElse(form.getFirst("version"), ""), choice)
                    .<Answer>map(plan -> Answer.redirect("/seller-desk/payouts?done=plan"))
                    .onErrorResume(ApiProblem.class, problem -> refused(problem, choice));
        });
    }

    private Mono<Answer> refused(ApiProblem problem, @Nullable PlanChoice typed) {
        return problem.status().is4xxClientError()
                ? draw(null, Optional.empty(), FormErrors.of(problem), typed).map(Answer.Drawn::invalid)
                : Mono.error(problem);
    }

    private Mono<Answer.Drawn> draw(
            @Nullable String cursor, Optional<String> done, FormErrors errors, @Nullable PlanChoice typed) {
        return Mono.zip(api.payouts(cursor), api.plan())
                .map(found -> new PayoutsView(
                        found.getT1(),
                        Objects.requireNonNull(found.getT2().getBody()),
                        Objects.requireNonNullElse(found.getT2().getHeaders().getETag(), ""),
                        done,
                        errors,
                        typed))
                .map(view -> Answer.page("payout/payouts", view).cached(Answer.Caching.NEVER));
    }
}
