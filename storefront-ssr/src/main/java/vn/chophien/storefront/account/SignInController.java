package vn.chophien.storefront.account;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.session.Visitor;
import vn.chophien.storefront.session.VisitorSessions;

@Controller
class SignInController {

    private static final String TEMPLATE = "account/sign-in";

    private final VisitorSessions sessions;
    private final Messages messages;

    SignInController(VisitorSessions sessions, Messages messages) {
        this.sessions = sessions;
        this.messages = messages;
    }

    @GetMapping("/sign-in")
    Answer form(@RequestParam(defaultValue = "/") String next, Visitor visitor) {
        return visitor.account().isPresent()
                ? Answer.redirect(ReturnPath.of(next))
                : drawn(new SignInView("", ReturnPath.of(next), FormErrors.none()));
    }

    @PostMapping("/sign-in")
    Mono<Answer> signIn(@ModelAttribute SignInForm form, Language language, ServerWebExchange exchange) {
        var errors = form.errors(language, messages);
        if (!errors.isEmpty()) {
            return Mono.just(refused(form, errors));
        }
        return sessions.signIn(exchange, form.emailGiven(), form.passwordGiven())
                .then(Mono.<Answer>fromSupplier(() -> Answer.redirect(ReturnPath.of(form.next()))))
                .onErrorResume(
                        SignInController::isRefused,
                        failure -> Mono.just(refused(
                                form, FormErrors.none().and("form", messages.format(language, "sign-in.refused")))));
    }

    @PostMapping("/sign-out")
    Mono<Answer> signOut(ServerWebExchange exchange) {
        return sessions.signOut(exchange).thenReturn(Answer.redirect("/"));
    }

    /** Says the same for an unknown address and a wrong password, so that nobody can find out who has an account. */
    private static boolean isRefused(Throwable failure) {
        return failure instanceof ApiProblem problem
                && problem.status().is4xxClientError()
                && problem.status() != HttpStatus.TOO_MANY_REQUESTS;
    }

    private static Answer refused(SignInForm form, FormErrors errors) {
        return drawn(new SignInView(form.emailGiven(), ReturnPath.of(form.next()), errors))
                .invalid();
    }

    private static Answer.Drawn drawn(SignInView view) {
        return Answer.page(TEMPLATE, view).cached(Answer.Caching.NEVER);
    }

    record SignInForm(
            @Nullable String email,
            @Nullable String password,
            @Nullable String next) {

        String emailGiven() {
            return email == null ? "" : email.strip();
        }

        String passwordGiven() {
            return password == null ? "" : password;
        }

        FormErrors errors(Language language, Messages messages) {
            var errors = FormErrors.none();
            if (emailGiven().isEmpty()) {
                errors = errors.and("email", messages.format(language, "sign-in.email.missing"));
            }
            if (passwordGiven().isEmpty()) {
                errors = errors.and("password", messages.format(language, "sign-in.password.missing"));
            }
            return errors;
        }
    }
}
