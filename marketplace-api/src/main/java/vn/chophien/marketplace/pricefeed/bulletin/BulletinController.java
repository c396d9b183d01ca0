package vn.chophien.marketplace.pricefeed.bulletin;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.AtomWriter;
import vn.chophien.marketplace.pricefeed.PriceQuestion;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.pricefeed.Vintages;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;

/** The published bulletins, for everybody: as they are or as they were. */
@RestController
@RequestMapping("/api/v1/prices/bulletins")
class BulletinController {
    private static final MediaType JSON_FEED = MediaType.parseMediaType("application/feed+json");

    private final BulletinArchive archive;
    private final FigureResolving figures;
    private final BulletinFeed feed;
    private final Vintages vintages;
    private final SeriesTexts texts;
    private final BulletinAnswers answers;

    BulletinController(
            BulletinArchive archive,
            FigureResolving figures,
            BulletinFeed feed,
            Vintages vintages,
            SeriesTexts texts,
            BulletinAnswers answers) {
        this.archive = archive;
        this.figures = figures;
        this.feed = feed;
        this.vintages = vintages;
        this.texts = texts;
        this.answers = answers;
    }

    /** The last edition of each, newest first. */
    @GetMapping
    Mono<ResponseEntity<PageResponse<BulletinResource.BulletinSummary>>> list(
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize,
            PriceQuestion question) {
        var size = PageSizes.checked(pageSize);
        var before = cursor == null ? null : Cursor.number(cursor);
        return answers.json(
                question,
                (until, language) -> archive.recent(until, before, size + 1)
                        .map(one -> BulletinResource.BulletinSummary.of(one, language))
                        .collectList()
                        .map(found -> PageResponse.cut(found, size, one -> Cursor.encode(one.number()))));
    }

    /** @param edition the last one when left away */
    @GetMapping("/{number}")
    Mono<ResponseEntity<BulletinResource>> one(
            @PathVariable int number, @RequestParam @Nullable Integer edition, PriceQuestion question) {
        return answers.json(
                question,
                (until, language) -> archive.find(number, edition, until)
                        .switchIfEmpty(Mono.error(BulletinProblem.NotFound::new))
                        .flatMap(bulletin -> vintages.of(bulletin.scope().vintage())
                                .zipWith(figures.resolve(
                                        bulletin.scope(), bulletin.text().body(language), language))
                                .map(found ->
                                        BulletinResource.of(bulletin, found.getT2(), found.getT1(), texts, language))));
    }

    /** Every edition of a bulletin, oldest first, with the reasons of corrections. */
    @GetMapping("/{number}/editions")
    Mono<ResponseEntity<PageResponse<BulletinResource.BulletinSummary>>> editions(
            @PathVariable int number, PriceQuestion question) {
        return answers.json(
                question,
                (until, language) -> archive.editions(number, until)
                        .map(one -> BulletinResource.BulletinSummary.of(one, language))
                        .collectList()
                        .filter(found -> !found.isEmpty())
                        .switchIfEmpty(Mono.error(BulletinProblem.NotFound::new))
                        .map(PageResponse::whole));
    }

    @GetMapping("/feed.atom")
    Mono<ResponseEntity<String>> atom(PriceQuestion question) {
        return answers.answer(question, AtomWriter.TYPE, (until, language) -> feed.atom(until, language));
    }

    @GetMapping("/feed.json")
    Mono<ResponseEntity<BulletinFeed.BulletinJsonFeed>> json(PriceQuestion question) {
        return answers.answer(question, JSON_FEED, (until, language) -> feed.json(until, language));
    }
}
