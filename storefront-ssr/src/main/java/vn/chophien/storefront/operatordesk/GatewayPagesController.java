package vn.chophien.storefront.operatordesk;

import java.util.Map;
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
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.FormKey;

/** The market's money at the gateway: what is there, what was deposited at the bank, and which way shops are paid. */
@Controller
@RequestMapping("/operator-desk/gateway")
class GatewayPagesController {

    private static final String PAGE = "/operator-desk/gateway";
    private static final Set<String> DONE = Set.of("deposit", "way");

    private final GatewayApi api;
    private final Messages messages;

    GatewayPagesController(GatewayApi api, Messages messages) {
        this.api = api;
        this.messages = messages;
    }

    @GetMapping
    Mono<Answer> show(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "") String done) {
        return draw(cursor, DONE.contains(done) ? Optional.of(done) : Optional.empty(), Typed.nothing())
                .map(answer -> answer);
    }

    @PostMapping("/deposits")
    Mono<Answer> record(ServerWebExchange exchange, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var typed = form.toSingleValueMap();
            var errors = depositErrors(typed, language);
            return errors.isEmpty()
                    ? answer(api.record(text(typed, "key"), deposit(typed)), "deposit", typed)
                    : refused(errors, typed);
        });
    }

    @PostMapping("/way")
    Mono<Answer> choose(ServerWebExchange exchange, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var typed = form.toSingleValueMap();
            return text(typed, "decision").isEmpty()
                    ? refused(required(FormErrors.none(), "decision", language), typed)
                    : answer(
                            api.choose(new GatewayApi.NewWay(text(typed, "way"), text(typed, "decision"))),
                            "way",
                            typed);
        });
    }

    private FormErrors depositErrors(Map<String, String> typed, Language language) {
        var errors = FormErrors.none();
        if (text(typed, "reference").isEmpty()) {
            errors = required(errors, "reference", language);
        }
        if (TypedNumber.number(text(typed, "amount")).isEmpty()) {
            errors = errors.and("amount", messages.format(language, "operatordesk.error.number"));
        }
        if (!text(typed, "fee").isEmpty()
                && TypedNumber.number(text(typed, "fee")).isEmpty()) {
            errors = errors.and("fee", messages.format(language, "operatordesk.error.number"));
        }
        return TypedNumber.date(text(typed, "arrived_on")).isEmpty()
                ? errors.and("arrived_on", messages.format(language, "operatordesk.error.date"))
                : errors;
    }

    private FormErrors required(FormErrors errors, String field, Language language) {
        return errors.and(field, messages.format(language, "problem.field.required"));
    }

    private static GatewayApi.NewDeposit deposit(Map<String, String> typed) {
        var fee = TypedNumber.number(text(typed, "fee"));
        return new GatewayApi.NewDeposit(
                text(typed, "reference"),
                TypedNumber.number(text(typed, "amount")).orElseThrow(),
                fee.isPresent() ? fee.getAsLong() : null,
                TypedNumber.date(text(typed, "arrived_on")).orElseThrow());
    }

    private Mono<Answer> answer(Mono<?> step, String done, Map<String, String> typed) {
        return step.<Answer>map(recorded -> Answer.redirect(PAGE + "?done=" + done))
                .onErrorResume(
                        ApiProblem.class,
                        problem -> problem.status().is4xxClientError()
                                ? refused(FormErrors.of(problem), typed)
                                : Mono.error(problem));
    }

    private Mono<Answer> refused(FormErrors errors, Map<String, String> typed) {
        return draw(null, Optional.empty(), new Typed(text(typed, "key"), errors, typed))
                .map(Answer.Drawn::invalid);
    }

    private Mono<Answer.Drawn> draw(@Nullable String cursor, Optional<String> done, Typed typed) {
        return Mono.zip(api.balance(), api.way(), api.deposits(cursor))
                .map(found -> new GatewayView(
                        found.getT1(),
                        found.getT2(),
                        found.getT3(),
                        done,
                        typed.key().isEmpty() ? FormKey.next() : typed.key(),
                        typed.errors(),
                        typed.fields()))
                .map(view -> Answer.page("operatordesk/gateway", view).cached(Answer.Caching.NEVER));
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** What was sent and refused. */
    private record Typed(String key, FormErrors errors, Map<String, String> fields) {

        static Typed nothing() {
            return new Typed("", FormErrors.none(), Map.of());
        }
    }
}
