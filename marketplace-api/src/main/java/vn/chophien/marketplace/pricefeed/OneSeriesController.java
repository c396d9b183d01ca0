package vn.chophien.marketplace.pricefeed;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.web.RequestProblem;

/** What there is to know about one price of one series. */
@RestController
@RequestMapping("/api/v1/prices")
class OneSeriesController {
    private final PriceLookup prices;
    private final PublishedAnswers answers;
    private final SeriesTexts texts;

    OneSeriesController(PriceLookup prices, PublishedAnswers answers, SeriesTexts texts) {
        this.prices = prices;
        this.answers = answers;
        this.texts = texts;
    }

    /** Every word there has been on one day of a series, oldest first. */
    record RevisionsResource(SeriesResource series, LocalDate date, List<RevisionResource> items) {}

    /** The last price of one series, for whoever shows just that. */
    @GetMapping("/series/{code}/latest")
    Mono<ResponseEntity<QuoteResource>> latestOfSeries(
            @PathVariable String code,
            @RequestParam(name = "as_of") @Nullable String asOf,
            Language language,
            ServerWebExchange exchange) {
        return answers.json(
                exchange,
                language,
                asOf,
                known -> prices.quote(code, known)
                        .switchIfEmpty(Mono.error(RequestProblem::notFound))
                        .map(quote -> QuoteResource.from(quote, texts, language)));
    }

    /** What has been said about one day, with every correction and withdrawal and its reason. */
    @GetMapping("/series/{code}/observations/{date}/revisions")
    Mono<ResponseEntity<RevisionsResource>> revisions(
            @PathVariable String code,
            @PathVariable LocalDate date,
            @RequestParam(name = "as_of") @Nullable String asOf,
            Language language,
            ServerWebExchange exchange) {
        return answers.json(
                exchange,
                language,
                asOf,
                known -> prices.revised(code, date, known)
                        .switchIfEmpty(Mono.error(RequestProblem::notFound))
                        .map(found -> new RevisionsResource(
                                SeriesResource.from(found.series(), null, texts, language),
                                date,
                                found.revisions().stream()
                                        .map(RevisionResource::from)
                                        .toList())));
    }
}
