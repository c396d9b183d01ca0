package vn.chophien.storefront.forecastdesk;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.Refusals;
import vn.chophien.storefront.page.TypedText;

/** One draft of a forecast, and what an officer decides about it. */
@Controller
@RequestMapping(ForecastDeskController.DESK + "/{id}")
class DraftController {
    private final ForecastDeskApi desk;
    private final DraftPages pages;
    private final Messages messages;

    DraftController(ForecastDeskApi desk, DraftPages pages, Messages messages) {
        this.desk = desk;
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping
    Mono<Answer> show(@PathVariable String id, Language language) {
        return pages.draw(id, FormErrors.none(), language).map(answer -> answer);
    }

    @PostMapping("/publish")
    Mono<Answer> publish(@PathVariable String id, Language language) {
        return done(id, desk.publishAll(new ForecastDeskApi.Chosen(List.of(id))).then(), language);
    }

    @PostMapping("/return")
    Mono<Answer> giveBack(@PathVariable String id, ServerWebExchange exchange, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var reason = TypedText.of(form, "reason");
            if (reason.isEmpty()) {
                var missing = FormErrors.none().and("reason", messages.format(language, "problem.field.required"));
                return pages.draw(id, missing, language).map(Answer.Drawn::invalid);
            }
            return done(
                    id, desk.giveBack(id, new ForecastDeskApi.Return(reason)).then(), language);
        });
    }

    @PostMapping("/discard")
    Mono<Answer> discard(@PathVariable String id, Language language) {
        return done(id, desk.discard(id), language);
    }

    private Mono<Answer> done(String id, Mono<Void> act, Language language) {
        return act.then(Mono.<Answer>fromSupplier(() -> Answer.redirect(ForecastDeskController.DESK + "/" + id)))
                .transform(Refusals.saidOn(problem -> pages.draw(id, FormErrors.of(problem), language)));
    }
}
