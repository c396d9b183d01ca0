package vn.chophien.storefront.payout;

import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
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

/** The data of the market's service invoices, and what sellers transferred for them. */
@Controller
@RequestMapping("/operator-desk/fee-invoices")
class FeeInvoicePages {

    private static final String PAGE = "/operator-desk/fee-invoices?month=";

    private final OperatorPayoutApi api;
    private final Downloads downloads;
    private final InstantSource clock;

    FeeInvoicePages(OperatorPayoutApi api, Downloads downloads, InstantSource clock) {
        this.api = api;
        this.downloads = downloads;
        this.clock = clock;
    }

    /** Without a month, the last that is over. */
    @GetMapping
    Mono<Answer> show(@RequestParam(required = false) @Nullable String month) {
        var chosen = month == null ? Months.of(null, clock).minusMonths(1) : Months.of(month, clock);
        return draw(chosen, FormErrors.none(), Map.of()).map(answer -> answer);
    }

    @GetMapping("/file.csv")
    Mono<Void> file(@RequestParam(required = false) @Nullable String month, ServerWebExchange exchange) {
        return downloads.csv(
                exchange,
                "/operator/fee-invoices/file.csv?month={month}",
                Months.of(month, clock).toString());
    }

    @PostMapping
    Mono<Answer> drawUp(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> Months.of(form.getFirst("month"), clock))
                .flatMap(month -> api.drawFeeInvoices(new OperatorPayoutApi.Drawing(month.toString()))
                        .<Answer>map(drawn -> Answer.redirect(PAGE + month))
                        .onErrorResume(ApiProblem.class, problem -> refused(problem, month, Map.of())));
    }

    @PostMapping("/{number}/payments")
    Mono<Answer> pay(@PathVariable String number, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var month = Months.of(form.getFirst("month"), clock);
            var reference = text(form, "bank_reference");
            var amount = text(form, "amount");
            return api.payFee(number, new OperatorPayoutApi.FeePayment(reference, TypedDong.parse(amount)))
                    .<Answer>map(paid -> Answer.redirect(PAGE + month))
                    .onErrorResume(
                            ApiProblem.class,
                            problem -> refused(
                                    problem,
                                    month,
                                    Map.of("number", number, "bank_reference", reference, "amount", amount)));
        });
    }

    private Mono<Answer> refused(ApiProblem problem, YearMonth month, Map<String, String> typed) {
        return problem.status().is4xxClientError() && problem.status().value() != 404
                ? draw(month, FormErrors.of(problem), typed).map(Answer.Drawn::invalid)
                : Mono.error(problem);
    }

    private Mono<Answer.Drawn> draw(YearMonth month, FormErrors errors, Map<String, String> typed) {
        return api.feeInvoices(month.toString())
                .map(found -> new FeeInvoicesView(
                        month,
                        Months.offered(clock),
                        found.items(),
                        month.isBefore(Months.of(null, clock)),
                        errors,
                        typed))
                .map(view -> Answer.page("payout/feeInvoices", view).cached(Answer.Caching.NEVER));
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }
}
