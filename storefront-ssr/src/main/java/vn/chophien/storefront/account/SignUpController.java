package vn.chophien.storefront.account;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.AccountApi;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.session.VisitorSessions;

/** Opens an account and signs in with it. */
@Controller
class SignUpController {

    private static final String TEMPLATE = "account/sign-up";

    private final AccountApi accounts;
    private final VisitorSessions sessions;
    private final Messages messages;

    SignUpController(AccountApi accounts, VisitorSessions sessions, Messages messages) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.messages = messages;
    }

    @GetMapping("/sign-up")
    Answer form(@RequestParam(defaultValue = "/") String next) {
        return Answer.page(TEMPLATE, new SignUpView("", "", "", false, ReturnPath.of(next), FormErrors.none()))
                .cached(Answer.Caching.NEVER);
    }

    @PostMapping("/sign-up")
    Mono<Answer> signUp(@ModelAttribute SignUpForm form, Language language, ServerWebExchange exchange) {
        var errors = form.errors(language, messages);
        if (!errors.isEmpty()) {
            return Mono.just(refused(form, errors));
        }
        return accounts.register(form.registration())
                .then(Mono.defer(() -> sessions.signIn(exchange, given(form.email()), secret(form.password()))))
                .then(Mono.<Answer>fromSupplier(() -> Answer.redirect(ReturnPath.of(form.next()))))
                .onErrorResume(
                        ApiProblem.class,
                        problem -> problem.status().is4xxClientError()
                                ? Mono.just(refused(form, named(FormErrors.of(problem))))
                                : Mono.error(problem));
    }

    /** The API's fields under the names of the form's inputs. */
    private static FormErrors named(FormErrors errors) {
        return new FormErrors(errors.all().stream()
                .map(error -> switch (error.field()) {
                    case "display_name" -> new FormErrors.FormError("displayName", error.message());
                    case "accepted_terms" -> new FormErrors.FormError("terms", error.message());
                    default -> error;
                })
                .toList());
    }

    private static Answer refused(SignUpForm form, FormErrors errors) {
        var view = new SignUpView(
                given(form.email()),
                given(form.displayName()),
                given(form.phone()),
                form.agreed(),
                ReturnPath.of(form.next()),
                errors);
        return Answer.page(TEMPLATE, view).cached(Answer.Caching.NEVER).invalid();
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static String secret(@Nullable String value) {
        return value == null ? "" : value;
    }

    record SignUpForm(
            @Nullable String email,
            @Nullable String displayName,
            @Nullable String phone,
            @Nullable String password,
            @Nullable Boolean terms,
            @Nullable String next) {

        boolean agreed() {
            return Boolean.TRUE.equals(terms);
        }

        FormErrors errors(Language language, Messages messages) {
            var errors = FormErrors.none();
            if (given(displayName).isEmpty()) {
                errors = errors.and("displayName", messages.format(language, "sign-in.name.missing"));
            }
            if (given(email).isEmpty()) {
                errors = errors.and("email", messages.format(language, "sign-in.email.missing"));
            }
            if (secret(password).isEmpty()) {
                errors = errors.and("password", messages.format(language, "sign-in.password.missing"));
            }
            if (!agreed()) {
                errors = errors.and("terms", messages.format(language, "sign-in.terms.missing"));
            }
            return errors;
        }

        AccountApi.Registration registration() {
            var phoneGiven = given(phone);
            return new AccountApi.Registration(
                    given(email),
                    secret(password),
                    given(displayName),
                    phoneGiven.isEmpty() ? null : phoneGiven,
                    agreed());
        }
    }
}
