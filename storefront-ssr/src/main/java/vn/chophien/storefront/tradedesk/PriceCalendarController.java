package vn.chophien.storefront.tradedesk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.TypedText;

/** What is due, and what is public by day. */
@Controller
class PriceCalendarController {

    private final EntryApi desk;

    PriceCalendarController(EntryApi desk) {
        this.desk = desk;
    }

    @GetMapping("/trade-desk/calendar")
    Mono<Answer> calendar() {
        return draw(new EntryApi.NewDayOff(null, "", "", ""), FormErrors.none()).map(answer -> answer);
    }

    @PostMapping("/trade-desk/calendar/days-off")
    Mono<Answer> addDayOff(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var typed = new EntryApi.NewDayOff(
                    DayInput.read(form.getFirst("date")).orElse(null),
                    TypedText.of(form, "name_vi"),
                    TypedText.of(form, "name_en"),
                    TypedText.of(form, "legal_reference"));
            return desk.addDayOff(typed)
                    .<Answer>map(added -> Answer.redirect("/trade-desk/calendar"))
                    .onErrorResume(
                            ApiProblem.class,
                            problem -> problem.is("invalid-request")
                                    ? draw(typed, FormErrors.of(problem)).map(Answer.Drawn::invalid)
                                    : Mono.error(problem));
        });
    }

    @PostMapping("/trade-desk/calendar/days-off/{date}/remove")
    Mono<Answer> removeDayOff(@PathVariable LocalDate date) {
        return desk.removeDayOff(date).then(Mono.fromSupplier(() -> Answer.redirect("/trade-desk/calendar")));
    }

    private Mono<Answer.Drawn> draw(EntryApi.NewDayOff typed, FormErrors errors) {
        return desk.calendar()
                .map(calendar -> Answer.page("tradedesk/calendar", new CalendarView(calendar, typed, errors))
                        .cached(Answer.Caching.NEVER));
    }

    /** @param date the last day with prices when left away */
    @GetMapping("/trade-desk/corrections")
    Mono<Answer> corrections(
            @RequestParam(name = "q", defaultValue = "") String query,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String cursor) {
        var day = date == null ? desk.calendar().map(EntryApi.Calendar::lastPublished) : Mono.just(date);
        return day.flatMap(chosen -> desk.published(query.isBlank() ? null : query, chosen, cursor)
                .map(prices -> Answer.page("tradedesk/corrections", new CorrectionView(query, chosen, prices))
                        .cached(Answer.Caching.NEVER)));
    }
}
