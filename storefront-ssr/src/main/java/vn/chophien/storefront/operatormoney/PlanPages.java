package vn.chophien.storefront.operatormoney;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.payout.OperatorPayoutApi;
import vn.chophien.storefront.payout.SellerPayoutApi.PlanChoice;

/** When the market pays shops out, and who is next. */
@Controller
@RequestMapping("/operator-desk/payout-plan")
class PlanPages {

    private final OperatorMoneyApi api;
    private final OperatorPayoutApi payouts;

    PlanPages(OperatorMoneyApi api, OperatorPayoutApi payouts) {
        this.api = api;
        this.payouts = payouts;
    }

    @GetMapping
    Mono<Answer> show(@RequestParam(defaultValue = "false") boolean saved) {
        return draw(saved, FormErrors.none(), null).map(answer -> answer);
    }

    @PostMapping
    Mono<Answer> change(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var choice = PlanChoice.of(form, text(form, "reference"));
            return api.plan(text(form, "version"), choice)
                    .<Answer>map(plan -> Answer.redirect("/operator-desk/payout-plan?saved=true"))
                    .onErrorResume(
                            ApiProblem.class,
                            problem -> problem.status().is4xxClientError()
                                    ? draw(false, FormErrors.of(problem), choice)
                                            .map(Answer.Drawn::invalid)
                                    : Mono.error(problem));
        });
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }

    private Mono<Answer.Drawn> draw(boolean saved, FormErrors errors, @Nullable PlanChoice typed) {
        return Mono.zip(api.plan(), payouts.candidates())
                .map(found -> new PlanView(
                        Objects.requireNonNull(found.getT1().getBody()),
                        Objects.requireNonNullElse(found.getT1().getHeaders().getETag(), ""),
                        byDay(found.getT2().items()),
                        saved,
                        errors,
                        typed))
                .map(view -> Answer.page("operatormoney/plan", view).cached(Answer.Caching.NEVER));
    }

    /** Those that have a day, the next one first. */
    private static List<OperatorPayoutApi.Candidate> byDay(List<OperatorPayoutApi.Candidate> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparing(
                        OperatorPayoutApi.Candidate::nextOn, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
