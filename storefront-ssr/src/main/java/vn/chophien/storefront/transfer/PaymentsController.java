package vn.chophien.storefront.transfer;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
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
import vn.chophien.storefront.sellerdesk.DongInput;

/** How a shop is paid: its bank account, and the ways of paying it accepts. */
@Controller
@RequestMapping("/seller-desk/payments")
class PaymentsController {

    private static final Set<String> SAVED = Set.of("account", "settings");
    private static final TransferApi.NewAccount NOTHING = new TransferApi.NewAccount("", "", "");

    private final TransferApi transfers;
    private final Messages messages;
    private final InstantSource clock;

    PaymentsController(TransferApi transfers, Messages messages, InstantSource clock) {
        this.transfers = transfers;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    Mono<Answer> show(@RequestParam(required = false) @Nullable String done) {
        return draw(NOTHING, null, Optional.ofNullable(done).filter(SAVED::contains), FormErrors.none())
                .map(answer -> answer);
    }

    @PostMapping("/account")
    Mono<Answer> changeAccount(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var account = new TransferApi.NewAccount(
                    text(form, "bank_bin"), text(form, "account_number"), text(form, "holder"));
            return transfers
                    .changeAccount(account)
                    .<Answer>map(_ -> Answer.redirect("/seller-desk/payments?done=account"))
                    .onErrorResume(
                            ApiProblem.class,
                            problem -> isRefusal(problem)
                                    ? draw(account, null, Optional.empty(), FormErrors.of(problem))
                                            .map(Answer.Drawn::invalid)
                                    : Mono.error(problem));
        });
    }

    @PostMapping("/settings")
    Mono<Answer> changeSettings(ServerWebExchange exchange, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var typed = new PaymentsView.Form(
                    form.containsKey("card"),
                    form.containsKey("vietqr"),
                    text(form, "vietqr_max"),
                    form.containsKey("cod"),
                    text(form, "cod_max"),
                    text(form, "tolerance"));
            var errors = errors(typed, language);
            return errors.isEmpty()
                    ? transfers
                            .changeSettings(text(form, "version"), settings(typed))
                            .<Answer>map(_ -> Answer.redirect("/seller-desk/payments?done=settings"))
                            .onErrorResume(
                                    ApiProblem.class,
                                    problem -> isRefusal(problem)
                                            ? draw(NOTHING, typed, Optional.empty(), FormErrors.of(problem))
                                                    .map(Answer.Drawn::invalid)
                                            : Mono.error(problem))
                    : draw(NOTHING, typed, Optional.empty(), errors).map(Answer.Drawn::invalid);
        });
    }

    private Mono<Answer.Drawn> draw(
            TransferApi.NewAccount typed, PaymentsView.@Nullable Form form, Optional<String> done, FormErrors errors) {
        var account = transfers
                .account()
                .map(Optional::of)
                .onErrorResume(
                        ApiProblem.class,
                        problem -> problem.status().value() == HttpStatus.NOT_FOUND.value()
                                ? Mono.just(Optional.empty())
                                : Mono.error(problem));
        return Mono.zip(account, transfers.banks(), transfers.settings(), transfers.releases())
                .map(found -> {
                    var settings = Objects.requireNonNull(found.getT3().getBody());
                    return Answer.page(
                                    "transfer/payments",
                                    new PaymentsView(
                                            found.getT1(),
                                            found.getT4().items().stream().findFirst(),
                                            found.getT2().items(),
                                            typed,
                                            form == null ? PaymentsView.Form.of(settings) : form,
                                            Objects.requireNonNullElse(
                                                    found.getT3().getHeaders().getETag(), ""),
                                            done,
                                            errors,
                                            clock.instant()))
                            .cached(Answer.Caching.NEVER);
                });
    }

    private FormErrors errors(PaymentsView.Form typed, Language language) {
        var amounts =
                Map.of("vietqr_max", typed.vietqrMax(), "cod_max", typed.codMax(), "tolerance", typed.tolerance());
        var errors = FormErrors.none();
        for (var field : new String[] {"vietqr_max", "cod_max", "tolerance"}) {
            var text = Objects.requireNonNull(amounts.get(field));
            if (!text.isEmpty() && DongInput.parse(text).isEmpty()) {
                errors = errors.and(field, messages.format(language, "transfer.settings.amount.invalid"));
            }
        }
        return errors;
    }

    private static TransferApi.Settings settings(PaymentsView.Form typed) {
        return new TransferApi.Settings(
                typed.card(),
                typed.vietqr(),
                limit(typed.vietqrMax()),
                typed.cod(),
                limit(typed.codMax()),
                DongInput.parse(typed.tolerance()).orElse(0));
    }

    private static @Nullable Long limit(String typed) {
        OptionalLong amount = DongInput.parse(typed);
        return amount.isPresent() ? amount.getAsLong() : null;
    }

    private static boolean isRefusal(ApiProblem problem) {
        return problem.status().is4xxClientError() && problem.status().value() != 401;
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }
}
