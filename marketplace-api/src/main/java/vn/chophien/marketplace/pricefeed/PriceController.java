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
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.SeriesResource.CommodityName;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.RequestProblem;

/** The published prices, for everybody: as JSON and as PriceFiles.TYPE, as they are or as they were. */
@RestController
@RequestMapping("/api/v1/prices")
class PriceController {
    private final PriceLookup prices;
    private final PublishedAnswers answers;
    private final SeriesTexts texts;

    PriceController(PriceLookup prices, PublishedAnswers answers, SeriesTexts texts) {
        this.prices = prices;
        this.answers = answers;
        this.texts = texts;
    }

    /**
     * A page of the latest prices of one commodity: the answer of {@code /commodities/{code}/latest}.
     *
     * @param credits the sources of the prices shown, each once
     * @param total how many series of the commodity have a current price
     */
    record LatestResource(
            CommodityName commodity,
            List<QuoteResource> items,
            List<BoardResource.Credit> credits,
            @Nullable String nextCursor,
            int total) {}

    /** A commodity and how many series it has. */
    record CommodityResource(String code, String name, String group, String groupName, int seriesCount) {}

    /** A series with its observations, oldest first. */
    record ObservationsResource(SeriesResource series, List<ObservationResource> items) {}

    @GetMapping("/commodities")
    Mono<ResponseEntity<PageResponse<CommodityResource>>> commodities(PriceQuestion question) {
        return answers.json(
                question,
                (known, language) -> prices.commodities(known)
                        .map(one -> new CommodityResource(
                                one.commodity().code(),
                                one.commodity().name(language),
                                one.commodity().groupCode(),
                                texts.group(one.commodity().groupCode(), language),
                                one.seriesCount()))
                        .collectList()
                        .map(PageResponse::whole));
    }

    /** Who reads all pages of one state names it by {@code as_of}; 404 for a commodity without a current price. */
    @GetMapping("/commodities/{code}/latest")
    Mono<ResponseEntity<LatestResource>> latest(
            @PathVariable String code,
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "60") int pageSize,
            PriceQuestion question) {
        var size = PageSizes.checked(pageSize);
        var after = cursor == null ? null : BoardPosition.parse(cursor);
        return answers.json(
                question,
                (known, language) -> prices.latest(code, after, size, known)
                        .switchIfEmpty(Mono.error(RequestProblem::notFound))
                        .map(page -> latest(page, language)));
    }

    private LatestResource latest(BoardPage page, Language language) {
        var commodity = page.selected().getFirst().series().commodity();
        return new LatestResource(
                CommodityName.of(commodity, language),
                page.shown().stream()
                        .map(quote -> QuoteResource.from(quote, texts, language))
                        .toList(),
                BoardResource.credits(page.shown(), language),
                page.nextCursor(),
                page.selected().size());
    }

    /** Every series, those without a current price too, in the order of the board. */
    @GetMapping("/series")
    Mono<ResponseEntity<PageResponse<SeriesResource>>> series(
            @RequestParam @Nullable String commodity,
            @RequestParam @Nullable String province,
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "60") int pageSize,
            PriceQuestion question) {
        var size = PageSizes.checked(pageSize);
        var after = cursor == null ? null : BoardPosition.parse(cursor);
        return answers.json(
                question,
                (known, language) -> prices.series(commodity, province, after, size + 1, known)
                        .map(found -> PageResponse.cut(
                                found, size, last -> BoardPosition.of(last).cursor()))
                        .map(page -> page.showing(page.items().stream()
                                .map(one -> SeriesResource.from(one, null, texts, language))
                                .toList())));
    }

    @GetMapping("/series/{code}")
    Mono<ResponseEntity<SeriesResource>> oneSeries(@PathVariable String code, PriceQuestion question) {
        return answers.json(
                question,
                (known, language) -> prices.described(code, known)
                        .switchIfEmpty(Mono.error(RequestProblem::notFound))
                        .map(found -> SeriesResource.from(found.series(), found.extent(), texts, language)));
    }

    /** @param asOf the record as it stood then, before later corrections */
    @GetMapping("/series/{code}/observations")
    Mono<ResponseEntity<ObservationsResource>> observations(
            @PathVariable String code,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            PriceQuestion question) {
        return answers.json(
                question,
                (known, language) -> prices.observed(code, from, to, known)
                        .switchIfEmpty(Mono.error(RequestProblem::notFound))
                        .map(found -> new ObservationsResource(
                                SeriesResource.from(found.series(), null, texts, language),
                                found.observations().stream()
                                        .map(ObservationResource::from)
                                        .toList())));
    }

    @GetMapping("/series/{code}/observations.csv")
    Mono<ResponseEntity<String>> observationsFile(
            @PathVariable String code,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            PriceQuestion question) {
        return answers.answer(
                        question,
                        PriceFiles.TYPE,
                        (known, _) -> prices.observed(code, from, to, known)
                                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                                .map(found -> PriceFiles.observations(found.series(), found.observations())))
                .map(answer -> PriceFiles.named(answer, code + ".csv", "observations.csv"));
    }
}
