package vn.chophien.storefront.operatordesk;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;

/** Whether the books are right, and what they say of an order. */
@Controller
@RequestMapping("/operator-desk")
class LedgerPagesController {

    private final OperatorApi api;
    private final Messages messages;

    LedgerPagesController(OperatorApi api, Messages messages) {
        this.api = api;
        this.messages = messages;
    }

    @GetMapping("/proof")
    Mono<Answer> proof(
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String cursor) {
        return api.proofs(cursor)
                .zipWhen(page -> chosen(day, page))
                .map(found -> new ProofView(
                        found.getT2(), found.getT1().items(), found.getT1().nextCursor()))
                .map(view -> Answer.page("operatordesk/proof", view).cached(Answer.Caching.NEVER));
    }

    private Mono<Optional<OperatorApi.Proof>> chosen(@Nullable String day, OperatorApi.Proofs page) {
        return day == null
                ? Mono.just(page.items().stream().findFirst())
                : api.proof(day).map(Optional::of);
    }

    @PostMapping("/proof")
    Mono<Answer> prove() {
        return api.prove().map(proof -> Answer.redirect("/operator-desk/proof"));
    }

    @GetMapping("/ledger")
    Mono<Answer> ledger(@RequestParam(defaultValue = "") String number, Language language) {
        var typed = number.strip().toUpperCase(Locale.ROOT);
        return typed.isEmpty()
                ? Mono.just(page(new OrderBookView("", Optional.empty(), FormErrors.none())))
                : api.orderBook(typed)
                        .<Answer>map(book -> page(new OrderBookView(typed, Optional.of(book), FormErrors.none())))
                        .onErrorResume(
                                ApiProblem.class,
                                problem -> problem.status() == HttpStatus.NOT_FOUND
                                        ? Mono.just(page(new OrderBookView(typed, Optional.empty(), unknown(language)))
                                                .invalid())
                                        : Mono.error(problem));
    }

    private FormErrors unknown(Language language) {
        return FormErrors.none().and("number", messages.format(language, "operatordesk.ledger.unknown"));
    }

    private static Answer.Drawn page(OrderBookView view) {
        return Answer.page("operatordesk/ledger", view).cached(Answer.Caching.NEVER);
    }
}
