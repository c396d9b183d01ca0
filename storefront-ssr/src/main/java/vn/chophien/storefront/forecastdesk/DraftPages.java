package vn.chophien.storefront.forecastdesk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;

/** Draws the page of one draft. */
@Component
class DraftPages {
    /** Of the past, as many spans of the forecast are drawn before it. */
    private static final int PAST_SPANS = 6;

    private final ForecastDeskApi desk;
    private final DraftCharts charts;

    DraftPages(ForecastDeskApi desk, DraftCharts charts) {
        this.desk = desk;
        this.charts = charts;
    }

    /** As it now is. */
    Mono<Answer.Drawn> draw(String id, FormErrors errors, Language language) {
        return desk.find(id)
                .flatMap(draft -> draw(DraftView.of(draft, Formats.of(language)).with(errors), language));
    }

    /** With what was typed. */
    Mono<Answer.Drawn> draw(DraftView view, Language language) {
        var draft = view.draft();
        return desk.observations(draft.series().code(), firstDrawn(draft))
                .map(known -> view.drawn(charts.draw(draft, known.items(), language)))
                .map(shown -> Answer.page("forecastdesk/draft", shown).cached(Answer.Caching.NEVER));
    }

    private static LocalDate firstDrawn(ForecastDeskApi.Draft draft) {
        var span = ChronoUnit.DAYS.between(
                draft.origin(), draft.modelPoints().getLast().date());
        return draft.origin().minusDays(PAST_SPANS * span);
    }
}
