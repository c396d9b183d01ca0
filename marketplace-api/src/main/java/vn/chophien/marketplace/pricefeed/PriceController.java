package vn.chophien.marketplace.pricefeed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.SeriesResource.CommodityName;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.RequestProblem;

/** The published prices, for everybody: as JSON, as CSV and as an Atom feed. */
@RestController
@RequestMapping("/api/v1/prices")
class PriceController {
    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    static final MediaType ATOM = new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8);

    private final PriceBoard board;
    private final PriceLookup prices;
    private final AtomFeed feed;
    private final PublishedAnswers answers;
    private final SeriesTexts texts;

    PriceController(PriceBoard board, PriceLookup prices, AtomFeed feed, PublishedAnswers answers, SeriesTexts texts) {
        this.board = board;
        this.prices = prices;
        this.feed = feed;
        this.answers = answers;
        this.texts = texts;
    }

    /** The latest prices of one commodity: the answer of {@code /commodities/{code}/latest}. */
    record LatestResource(CommodityName commodity, List<QuoteResource> items, List<BoardResource.Credit> credits) {}

    /** A commodity and how many series it has. */
    record CommodityResource(String code, String name, String group, String groupName, int seriesCount) {}

    /** A series with its observations, oldest first. */
    record ObservationsResource(SeriesResource series, List<ObservationResource> items) {}

    @GetMapping("/board")
    Mono<ResponseEntity<BoardResource>> board(Language language, ServerWebExchange exchange) {
        return answers.json(
                exchange, language, board.quotes().map(quotes -> BoardResource.from(quotes, texts, language)));
    }

    @GetMapping("/board.csv")
    Mono<ResponseEntity<String>> boardFile(Language language, ServerWebExchange exchange) {
        return answers.answer(exchange, language, CSV, board.quotes().map(quotes -> PriceFiles.board(quotes, language)))
                .map(answer -> named(answer, "prices.csv"));
    }

    @GetMapping("/commodities")
    Mono<ResponseEntity<PageResponse<CommodityResource>>> commodities(Language language, ServerWebExchange exchange) {
        return answers.json(
                exchange,
                language,
                prices.commodities()
                        .map(one -> new CommodityResource(
                                one.commodity().code(),
                                one.commodity().name(language),
                                one.commodity().groupCode(),
                                texts.group(one.commodity().groupCode(), language),
                                one.seriesCount()))
                        .collectList()
                        .map(PageResponse::whole));
    }

    @GetMapping("/commodities/{code}/latest")
    Mono<ResponseEntity<LatestResource>> latest(
            @PathVariable String code, Language language, ServerWebExchange exchange) {
        var latest = prices.latest(code)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .map(quotes -> {
                    var commodity = quotes.getFirst().series().commodity();
                    return new LatestResource(
                            new CommodityName(commodity.code(), commodity.name(language)),
                            quotes.stream()
                                    .map(quote -> QuoteResource.from(quote, texts, language))
                                    .toList(),
                            BoardResource.credits(quotes, language));
                });
        return answers.json(exchange, language, latest);
    }

    @GetMapping("/series")
    Mono<ResponseEntity<PageResponse<SeriesResource>>> series(
            @RequestParam @Nullable String commodity,
            @RequestParam @Nullable String province,
            Language language,
            ServerWebExchange exchange) {
        return answers.json(
                exchange,
                language,
                prices.series(commodity, province)
                        .map(one -> SeriesResource.from(one, null, texts, language))
                        .collectList()
                        .map(PageResponse::whole));
    }

    @GetMapping("/series/{code}")
    Mono<ResponseEntity<SeriesResource>> oneSeries(
            @PathVariable String code, Language language, ServerWebExchange exchange) {
        return answers.json(
                exchange,
                language,
                prices.described(code)
                        .switchIfEmpty(Mono.error(RequestProblem::notFound))
                        .map(found -> SeriesResource.from(found.series(), found.extent(), texts, language)));
    }

    /** @param asOf the record as it stood then, before later corrections */
    @GetMapping("/series/{code}/observations")
    Mono<ResponseEntity<ObservationsResource>> observations(
            @PathVariable String code,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam(name = "as_of") @Nullable Instant asOf,
            Language language,
            ServerWebExchange exchange) {
        return answers.json(
                exchange,
                language,
                prices.observed(code, from, to, asOf)
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
            @RequestParam(name = "as_of") @Nullable Instant asOf,
            Language language,
            ServerWebExchange exchange) {
        return answers.answer(
                        exchange,
                        language,
                        CSV,
                        prices.observed(code, from, to, asOf)
                                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                                .map(found -> PriceFiles.observations(found.series(), found.observations())))
                .map(answer -> named(answer, code + ".csv"));
    }

    @GetMapping("/feed.atom")
    Mono<ResponseEntity<String>> feed(
            @RequestParam @Nullable String commodity, Language language, ServerWebExchange exchange) {
        return answers.answer(exchange, language, ATOM, feed.write(commodity, language));
    }

    private static ResponseEntity<String> named(ResponseEntity<String> answer, String fileName) {
        var headers = new HttpHeaders(answer.getHeaders());
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(fileName).build());
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }
}
