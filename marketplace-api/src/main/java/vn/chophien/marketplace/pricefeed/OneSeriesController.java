package vn.chophien.marketplace.pricefeed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
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

    /** A day of which there has been more than one word, with all of them, oldest first. */
    record CorrectedDay(LocalDate date, List<RevisionResource> revisions) {
        static CorrectedDay from(PriceLookup.CorrectedDay day) {
            return new CorrectedDay(
                    day.day(),
                    day.revisions().stream().map(RevisionResource::from).toList());
        }
    }

    /** The last price of one series, for whoever shows just that. */
    @GetMapping("/series/{code}/latest")
    Mono<ResponseEntity<QuoteResource>> latestOfSeries(@PathVariable String code, PriceQuestion question) {
        return answers.json(
                question,
                (known, language) -> prices.quote(code, known)
                        .switchIfEmpty(Mono.error(RequestProblem::notFound))
                        .map(quote -> QuoteResource.from(quote, texts, language)));
    }

    /** What has been said about one day, with every correction and withdrawal and its reason. */
    @GetMapping("/series/{code}/observations/{date}/revisions")
    Mono<ResponseEntity<RevisionsResource>> revisions(
            @PathVariable String code, @PathVariable LocalDate date, PriceQuestion question) {
        return answers.json(
                question,
                (known, language) -> prices.revised(code, date, known)
                        .switchIfEmpty(Mono.error(RequestProblem::notFound))
                        .map(found -> new RevisionsResource(
                                SeriesResource.from(found.series(), null, texts, language),
                                date,
                                found.revisions().stream()
                                        .map(RevisionResource::from)
                                        .toList())));
    }

    /** The corrections and withdrawals of a series by the day they are about, the latest day first. */
    @GetMapping("/series/{code}/corrections")
    Mono<ResponseEntity<PageResponse<CorrectedDay>>> corrections(
            @PathVariable String code,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "24") int pageSize,
            PriceQuestion question) {
        var size = PageSizes.checked(pageSize);
        var before = cursor == null ? null : day(cursor);
        return answers.json(
                question,
                (known, _) -> prices.corrected(code, from, before, size + 1, known)
                        .switchIfEmpty(Mono.error(RequestProblem::notFound))
                        .map(found -> PageResponse.cut(
                                found.stream().map(CorrectedDay::from).toList(),
                                size,
                                one -> Cursor.encode(one.date().toString()))));
    }

    private static LocalDate day(String cursor) {
        try {
            return LocalDate.parse(Cursor.decode(cursor).getFirst());
        } catch (DateTimeException foreign) {
            throw Cursor.invalid();
        }
    }
}
