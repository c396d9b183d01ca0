package vn.chophien.storefront.operatordesk;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.page.Answer;

/** What people search for and do not find, and other names to accept for the dictionary. */
@Controller
@RequestMapping(SearchInsightView.PAGE)
class SearchInsightPagesController {

    private static final int USUAL_PERIOD = 30;
    private static final Set<String> DONE = Set.of("accepted", "declined");

    private final SearchInsightApi api;

    SearchInsightPagesController(SearchInsightApi api) {
        this.api = api;
    }

    @GetMapping
    Mono<Answer> show(
            @RequestParam(defaultValue = "30") String days,
            @RequestParam(defaultValue = "vi") String searches,
            @RequestParam(defaultValue = "") String done) {
        var period = period(days);
        var language = language(searches);
        return Mono.zip(
                        api.report(period, language),
                        api.proposals(Math.max(period, USUAL_PERIOD), language),
                        api.accepted().defaultIfEmpty(""))
                .map(found -> new SearchInsightView(
                        period,
                        language,
                        found.getT1(),
                        found.getT2().items(),
                        found.getT3().lines().toList(),
                        Optional.of(done).filter(DONE::contains)))
                .map(view -> Answer.page("operatordesk/search", view).cached(Answer.Caching.NEVER));
    }

    @PostMapping("/synonyms")
    Mono<Answer> decide(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var typed = form.toSingleValueMap();
            boolean accepted = text(typed, "decision").equals("accept");
            var language = language(text(typed, "searches"));
            var decision =
                    new SearchInsightApi.Decision(language, text(typed, "words"), text(typed, "entry"), accepted);
            return api.decide(decision)
                    .thenReturn(Answer.redirect(SearchInsightView.PAGE + "?days=" + period(text(typed, "days"))
                            + "&searches=" + language + "&done=" + (accepted ? "accepted" : "declined")));
        });
    }

    private static int period(String typed) {
        return SearchInsightView.PERIODS.stream()
                .filter(days -> String.valueOf(days).equals(typed))
                .findFirst()
                .orElse(USUAL_PERIOD);
    }

    private static String language(String typed) {
        return SearchInsightView.LANGUAGES.contains(typed) ? typed : SearchInsightView.LANGUAGES.getFirst();
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }
}
