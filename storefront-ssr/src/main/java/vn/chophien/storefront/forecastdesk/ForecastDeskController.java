package vn.chophien.storefront.forecastdesk;

import java.util.List;
import java.util.function.Function;
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
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.Refusals;
import vn.chophien.storefront.page.TypedText;

/** What there is to do about forecasts: draft them, and offer or issue several at once. */
@Controller
@RequestMapping(ForecastDeskController.DESK)
class ForecastDeskController {
    static final String DESK = "/trade-desk/forecasts";

    private static final int MOST_SHOWN = 100;
    private static final int ISSUED_SHOWN = 10;
    private static final int CANDIDATES_SHOWN = 20;

    private final ForecastDeskApi desk;
    private final Messages messages;

    ForecastDeskController(ForecastDeskApi desk, Messages messages) {
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping
    Mono<Answer> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer drafted,
            @RequestParam(defaultValue = "0") int remaining) {
        return draw(cursor, drafted == null ? null : new ForecastsView.Said(drafted, remaining), FormErrors.none())
                .map(answer -> answer);
    }

    /** Drafts a forecast of one series, or of all that have news. */
    @PostMapping
    Mono<Answer> draft(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var series = TypedText.of(form, "series");
            return desk.draft(new ForecastDeskApi.NewDrafts(series.isEmpty() ? null : List.of(series)))
                    .flatMap(report -> series.isEmpty() ? drafted(report) : draftedOne(report));
        });
    }

    private static Mono<Answer> drafted(ForecastDeskApi.Drafting report) {
        return Mono.just(
                Answer.redirect(DESK + "?drafted=" + report.drafted().size() + "&remaining=" + report.remaining()));
    }

    private Mono<Answer> draftedOne(ForecastDeskApi.Drafting report) {
        if (!report.drafted().isEmpty()) {
            return Mono.just(
                    Answer.redirect(DESK + "/" + report.drafted().getFirst().id()));
        }
        var errors = FormErrors.none();
        for (var refused : report.refused()) {
            errors = errors.and("form", refused.series().title() + ": " + refused.message());
        }
        return again(errors).map(Answer.Drawn::invalid);
    }

    @PostMapping("/submit")
    Mono<Answer> submit(ServerWebExchange exchange, Language language) {
        return chosen(exchange, language, desk::submitAll);
    }

    @PostMapping("/publish")
    Mono<Answer> publish(ServerWebExchange exchange, Language language) {
        return chosen(exchange, language, desk::publishAll);
    }

    private Mono<Answer> chosen(
            ServerWebExchange exchange,
            Language language,
            Function<ForecastDeskApi.Chosen, Mono<ForecastDeskApi.Drafts>> act) {
        return exchange.getFormData().flatMap(form -> {
            var drafts = form.getOrDefault("draft", List.of());
            if (drafts.isEmpty()) {
                return again(FormErrors.none().and("form", messages.format(language, "forecastdesk.choose")))
                        .map(Answer.Drawn::invalid);
            }
            return act.apply(new ForecastDeskApi.Chosen(drafts))
                    .<Answer>map(done -> Answer.redirect(DESK))
                    .transform(Refusals.saidOn(problem -> again(FormErrors.of(problem))));
        });
    }

    private Mono<Answer.Drawn> again(FormErrors errors) {
        return draw(null, null, errors);
    }

    private Mono<Answer.Drawn> draw(@Nullable String cursor, ForecastsView.@Nullable Said said, FormErrors errors) {
        return Mono.zip(
                        desk.drafts(ForecastDeskApi.State.SUBMITTED, MOST_SHOWN),
                        desk.drafts(ForecastDeskApi.State.DRAFT, MOST_SHOWN),
                        desk.drafts(ForecastDeskApi.State.PUBLISHED, ISSUED_SHOWN),
                        desk.candidates(cursor, CANDIDATES_SHOWN))
                .map(found -> new ForecastsView(
                        found.getT1().items(),
                        found.getT2().items(),
                        found.getT3().items(),
                        found.getT4(),
                        said,
                        errors))
                .map(view -> Answer.page("forecastdesk/forecasts", view).cached(Answer.Caching.NEVER));
    }
}
