package vn.chophien.storefront.operatordesk;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
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

/** Fees, taxes and deadlines: what holds, what held, and what will. */
@Controller
@RequestMapping("/operator-desk/terms")
class TermsPagesController {

    private final OperatorApi api;
    private final Messages messages;

    TermsPagesController(OperatorApi api, Messages messages) {
        this.api = api;
        this.messages = messages;
    }

    @GetMapping
    Mono<Answer> show(@RequestParam(defaultValue = "false") boolean added) {
        return draw(added, FormErrors.none(), Map.of()).map(answer -> answer);
    }

    @PostMapping
    Mono<Answer> add(ServerWebExchange exchange, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var typed = new HashMap<>(form.toSingleValueMap());
            var errors = errors(typed, language);
            return errors.isEmpty()
                    ? api.addTerm(term(typed))
                            .<Answer>map(term -> Answer.redirect("/operator-desk/terms?added=true"))
                            .onErrorResume(ApiProblem.class, problem -> refused(problem, typed))
                    : draw(false, errors, typed).map(Answer.Drawn::invalid);
        });
    }

    private Mono<Answer> refused(ApiProblem problem, Map<String, String> typed) {
        return problem.status().is4xxClientError()
                ? draw(false, FormErrors.of(problem), typed).map(Answer.Drawn::invalid)
                : Mono.error(problem);
    }

    private FormErrors errors(Map<String, String> typed, Language language) {
        var errors = FormErrors.none();
        if (!TermsView.KINDS.contains(text(typed, "kind"))) {
            errors = errors.and("kind", messages.format(language, "problem.field.required"));
        }
        if (isUnreadable(typed, "basis_points", TypedNumber.basisPoints(text(typed, "basis_points")))) {
            errors = errors.and("basis_points", messages.format(language, "operatordesk.terms.error.rate"));
        }
        for (var field : new String[] {"amount", "cap"}) {
            if (isUnreadable(typed, field, TypedNumber.number(text(typed, field)))) {
                errors = errors.and(field, messages.format(language, "operatordesk.error.number"));
            }
        }
        if (TypedNumber.date(text(typed, "valid_from")).isEmpty()) {
            errors = errors.and("valid_from", messages.format(language, "operatordesk.error.date"));
        }
        return text(typed, "reference").isEmpty()
                ? errors.and("reference", messages.format(language, "problem.field.required"))
                : errors;
    }

    private static boolean isUnreadable(Map<String, String> typed, String field, OptionalLong read) {
        return !text(typed, field).isEmpty() && read.isEmpty();
    }

    private static OperatorApi.NewTerm term(Map<String, String> typed) {
        var rate = TypedNumber.basisPoints(text(typed, "basis_points"));
        var stars = textOrNull(typed, "ocop_stars");
        return new OperatorApi.NewTerm(
                text(typed, "kind"),
                textOrNull(typed, "seller_type"),
                textOrNull(typed, "category_path"),
                stars == null ? null : Integer.valueOf(stars),
                textOrNull(typed, "subject"),
                rate.isPresent() ? (int) rate.getAsLong() : null,
                number(typed, "amount"),
                number(typed, "cap"),
                textOrNull(typed, "choice"),
                text(typed, "reference"),
                TypedNumber.date(text(typed, "valid_from")).orElseThrow());
    }

    private static @Nullable Long number(Map<String, String> typed, String field) {
        var read = TypedNumber.number(text(typed, field));
        return read.isPresent() ? read.getAsLong() : null;
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private static @Nullable String textOrNull(Map<String, String> typed, String field) {
        var text = text(typed, field);
        return text.isEmpty() ? null : text;
    }

    private Mono<Answer.Drawn> draw(boolean added, FormErrors errors, Map<String, String> typed) {
        return api.terms()
                .map(terms -> new TermsView(terms.items(), added, errors, typed))
                .map(view -> Answer.page("operatordesk/terms", view).cached(Answer.Caching.NEVER));
    }
}
