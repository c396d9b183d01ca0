package vn.chophien.storefront.transfer;

import org.jspecify.annotations.Nullable;
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

/** Operators find the shop that has a bank account, and take the account from it for whoever it belongs to. */
@Controller
@RequestMapping("/operator-desk/receiving-accounts")
class ClaimPages {

    private static final String PAGE = "/operator-desk/receiving-accounts";
    private static final int LONGEST_REASON = 500;

    private final ClaimApi api;
    private final TransferApi transfers;
    private final Messages messages;

    ClaimPages(ClaimApi api, TransferApi transfers, Messages messages) {
        this.api = api;
        this.transfers = transfers;
        this.messages = messages;
    }

    @GetMapping
    Mono<Answer> list(@RequestParam(required = false) @Nullable String cursor) {
        return draw(cursor, false, FormErrors.none(), "").map(answer -> answer);
    }

    /** The number stays out of addresses: what is found is shown by its id. */
    @PostMapping
    Mono<Answer> look(ServerWebExchange exchange, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var typed = form.toSingleValueMap();
            var lookup = new ClaimApi.Lookup(
                    typed.getOrDefault("bank_bin", "").strip(),
                    typed.getOrDefault("account_number", "").strip());
            var errors = FormErrors.none();
            if (lookup.bankBin().isEmpty()) {
                errors = errors.and("bank_bin", messages.format(language, "problem.field.required"));
            }
            if (lookup.accountNumber().isEmpty()) {
                errors = errors.and("account_number", messages.format(language, "problem.field.required"));
            }
            return errors.isEmpty() ? look(lookup) : refused(false, errors, lookup.bankBin());
        });
    }

    private Mono<Answer> look(ClaimApi.Lookup lookup) {
        return api.look(lookup)
                .<Answer>map(claim -> Answer.redirect(PAGE + "/" + claim.id()))
                .onErrorResume(
                        ApiProblem.class, problem -> switch (problem.status().value()) {
                            case 404 -> refused(true, FormErrors.none(), lookup.bankBin());
                            case 400 -> refused(false, FormErrors.of(problem), lookup.bankBin());
                            default -> Mono.error(problem);
                        });
    }

    @GetMapping("/{id}")
    Mono<Answer> show(@PathVariable String id, @RequestParam(defaultValue = "false") boolean released) {
        return claim(id, released, FormErrors.none(), "").map(answer -> answer);
    }

    @PostMapping("/{id}/release")
    Mono<Answer> release(@PathVariable String id, ServerWebExchange exchange, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var reason = TypedText.of(form, "reason");
            var wrong = TypedText.problem(reason, LONGEST_REASON, messages, language);
            return wrong.isPresent()
                    ? unreleased(id, FormErrors.none().and("reason", wrong.get()), reason)
                    : api.release(id, new ClaimApi.NewRelease(reason))
                            .<Answer>map(done -> Answer.redirect(PAGE + "/" + id + "?released=true"))
                            .onErrorResume(
                                    ApiProblem.class,
                                    problem -> problem.status().is4xxClientError()
                                                    && problem.status().value() != 404
                                            ? unreleased(id, FormErrors.of(problem), reason)
                                            : Mono.error(problem));
        });
    }

    private Mono<Answer> refused(boolean free, FormErrors errors, String bankBin) {
        return draw(null, free, errors, bankBin).map(Answer.Drawn::invalid);
    }

    private Mono<Answer> unreleased(String id, FormErrors errors, String reason) {
        return claim(id, false, errors, reason).map(Answer.Drawn::invalid);
    }

    private Mono<Answer.Drawn> draw(@Nullable String cursor, boolean free, FormErrors errors, String bankBin) {
        return Mono.zip(transfers.banks(), api.releases(cursor))
                .map(found -> new ClaimsView(found.getT1().items(), found.getT2(), free, errors, bankBin))
                .map(view -> Answer.page("transfer/claims", view).cached(Answer.Caching.NEVER));
    }

    private Mono<Answer.Drawn> claim(String id, boolean released, FormErrors errors, String reason) {
        return api.claim(id)
                .map(claim -> Answer.page("transfer/claim", new ClaimView(claim, released, errors, reason))
                        .cached(Answer.Caching.NEVER));
    }
}
