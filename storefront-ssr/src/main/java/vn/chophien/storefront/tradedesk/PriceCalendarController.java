package vn.chophien.storefront.tradedesk;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Formats;
import vn.chophien.storefront.page.Answer;

/** What is due, and what is public by day. */
@Controller
class PriceCalendarController {

    private final EntryApi desk;
    private final InstantSource clock;

    PriceCalendarController(EntryApi desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/trade-desk/calendar")
    Mono<Answer> calendar() {
        return desk.calendar()
                .map(calendar -> Answer.page("tradedesk/calendar", calendar).cached(Answer.Caching.NEVER));
    }

    /** @param date today when left away */
    @GetMapping("/trade-desk/corrections")
    Mono<Answer> corrections(
            @RequestParam(name = "q", defaultValue = "") String query,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String cursor) {
        var day = Objects.requireNonNullElseGet(date, () -> LocalDate.ofInstant(clock.instant(), Formats.ZONE));
        return desk.published(query.isBlank() ? null : query, day, cursor)
                .map(prices -> Answer.page("tradedesk/corrections", new CorrectionView(query, day, prices))
                        .cached(Answer.Caching.NEVER));
    }
}
