package vn.chophien.storefront.operatormoney;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
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
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.payout.Downloads;

/** Tax withheld of households and individuals, month by month: what to declare, for whom, and whether it was. */
@Controller
@RequestMapping("/operator-desk/tax-returns")
class TaxReturnPages {

    private static final String PAGE = "/operator-desk/tax-returns/";
    private static final String MONTH = "/{month:\\d{4}-\\d{2}}";

    private final OperatorMoneyApi api;
    private final Downloads downloads;
    private final Messages messages;
    private final InstantSource clock;

    TaxReturnPages(OperatorMoneyApi api, Downloads downloads, Messages messages, InstantSource clock) {
        this.api = api;
        this.downloads = downloads;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    Mono<Answer> list(@RequestParam(required = false) @Nullable String cursor) {
        return api.taxReturns(cursor)
                .map(found -> Answer.page("operatormoney/taxReturns", found).cached(Answer.Caching.NEVER));
    }

    @GetMapping(MONTH)
    Mono<Answer> show(@PathVariable String month, @RequestParam(defaultValue = "false") boolean filed) {
        return draw(month, filed, FormErrors.none(), "", "").map(answer -> answer);
    }

    /** Tax codes are in full: who may open it is checked by the API too. */
    @GetMapping(MONTH + ".csv")
    Mono<Void> csv(@PathVariable String month, ServerWebExchange exchange) {
        return downloads.csv(exchange, "/operator/tax-returns/{month}/file.csv", month);
    }

    @PostMapping(MONTH)
    Mono<Answer> file(@PathVariable String month, ServerWebExchange exchange, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var typed = text(form, "filed_on");
            var reference = text(form, "reference");
            var day = day(typed);
            return day.isEmpty()
                    ? draw(month, false, unreadable(language), typed, reference).map(Answer.Drawn::invalid)
                    : api.file(month, new OperatorMoneyApi.NewFiling(day.get(), reference))
                            .<Answer>map(filed -> Answer.redirect(PAGE + month + "?filed=true"))
                            .onErrorResume(
                                    ApiProblem.class,
                                    problem -> problem.status().is4xxClientError()
                                            ? draw(month, false, FormErrors.of(problem), typed, reference)
                                                    .map(Answer.Drawn::invalid)
                                            : Mono.error(problem));
        });
    }

    private FormErrors unreadable(Language language) {
        return FormErrors.none().and("filed_on", messages.format(language, "operatordesk.error.date"));
    }

    private Mono<Answer.Drawn> draw(String month, boolean filed, FormErrors errors, String day, String reference) {
        return api.taxReturn(month)
                .map(found -> new TaxReturnView(
                        found, OperatorMoneyConfiguration.isOver(found.month(), clock), filed, errors, day, reference))
                .map(view -> Answer.page("operatormoney/taxReturn", view).cached(Answer.Caching.NEVER));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }
}
