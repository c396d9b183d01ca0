package vn.chophien.marketplace.pricefeed.statistics;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.Observations;
import vn.chophien.marketplace.pricefeed.PriceQuestion;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.PublishedAnswers;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** The record for statisticians and catalogues of open data. */
@RestController
@RequestMapping("/api/v1/prices")
class StatisticsController {
    static final MediaType SDMX_CSV = MediaType.parseMediaType("application/vnd.sdmx.data+csv;version=2.0.0");
    static final MediaType SDMX_JSON = MediaType.parseMediaType("application/vnd.sdmx.structure+json;version=2.0.0");
    static final MediaType CSVW = MediaType.parseMediaType("application/csvm+json");
    static final MediaType JSON_LD = MediaType.parseMediaType("application/ld+json");

    private static final int MOST_SERIES = 50;

    private final SeriesCatalog catalog;
    private final Observations observations;
    private final PublishedAnswers answers;
    private final Descriptions descriptions;

    StatisticsController(
            SeriesCatalog catalog, Observations observations, PublishedAnswers answers, Descriptions descriptions) {
        this.catalog = catalog;
        this.observations = observations;
        this.answers = answers;
        this.descriptions = descriptions;
    }

    /** Describes {@code observations.csv} of the same series as CSV on the Web. */
    @GetMapping("/series/{code}/observations.csv-metadata.json")
    Mono<ResponseEntity<Map<String, Object>>> observationsTable(@PathVariable String code, PriceQuestion question) {
        return answers.answer(
                question,
                CSVW,
                (known, language) -> series(code, known)
                        .map(one ->
                                descriptions.observations(one, file("observations.csv", question.asOf()), language)));
    }

    /** Describes {@code forecast.csv} of the same series, and any of its earlier ones, as CSV on the Web. */
    @GetMapping("/series/{code}/forecast.csv-metadata.json")
    Mono<ResponseEntity<Map<String, Object>>> forecastTable(@PathVariable String code, PriceQuestion question) {
        return answers.answer(
                question,
                CSVW,
                (known, language) -> series(code, known)
                        .map(one -> descriptions.forecast(one, file("forecast.csv", question.asOf()), language)));
    }

    /** Describes {@code board.csv} as CSV on the Web. */
    @GetMapping("/board.csv-metadata.json")
    Mono<ResponseEntity<Map<String, Object>>> boardTable(PriceQuestion question) {
        return answers.answer(
                question,
                CSVW,
                (known, language) -> Mono.just(descriptions.board(file("board.csv", question.asOf()), language)));
    }

    /** The data structure definition, its concepts and code lists as an SDMX-JSON 2.0 structure message. */
    @GetMapping("/sdmx/structure")
    Mono<ResponseEntity<Map<String, Object>>> structure(PriceQuestion question) {
        return answers.answer(
                question,
                SDMX_JSON,
                (known, language) -> catalog.all(known.vintage())
                        .collectList()
                        .map(series -> descriptions.structure(series, known, language)));
    }

    /**
     * Observations as SDMX-CSV 2.0.
     *
     * @param series codes of at most {@value #MOST_SERIES} series; or all of one commodity
     */
    @GetMapping("/sdmx/data")
    Mono<ResponseEntity<String>> data(
            @RequestParam(required = false) @Nullable List<String> series,
            @RequestParam @Nullable String commodity,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            PriceQuestion question) {
        return answers.answer(
                question,
                SDMX_CSV,
                (known, _) -> asked(series, commodity, known)
                        .concatMap(one -> observations
                                .between(one.id(), from, to, known.vintage())
                                .collectList()
                                .map(found -> new SdmxData.SeriesData(one, found)))
                        .collectList()
                        .map(SdmxData::write));
    }

    /** The series as datasets of open data, in the terms of DCAT-AP. */
    @GetMapping("/catalog.jsonld")
    Mono<ResponseEntity<Map<String, Object>>> catalogue(
            @RequestParam(defaultValue = "0") int page, PriceQuestion question) {
        if (page < 0) {
            return Mono.error(() -> RequestProblem.invalid(new FieldProblem("page", "invalid")));
        }
        return answers.answer(
                question,
                JSON_LD,
                (known, language) -> catalog.all(known.vintage())
                        .collectList()
                        .map(series -> descriptions.catalogue(series, page, known, language)));
    }

    private Flux<PriceSeries> asked(@Nullable List<String> codes, @Nullable String commodity, KnownAt known) {
        if (codes != null && !codes.isEmpty() && codes.size() <= MOST_SERIES) {
            return Flux.fromIterable(codes).concatMap(code -> series(code, known));
        }
        if (commodity == null) {
            return Flux.error(() -> RequestProblem.invalid(new FieldProblem("series", "required")));
        }
        return catalog.all(known.vintage())
                .filter(one -> one.commodity().code().equalsIgnoreCase(commodity))
                .collectList()
                .flatMapMany(Flux::fromIterable);
    }

    private Mono<PriceSeries> series(String code, KnownAt known) {
        return catalog.find(code, known).switchIfEmpty(Mono.error(RequestProblem::notFound));
    }

    private static String file(String name, @Nullable String asOf) {
        return asOf == null ? name : name + "?as_of=" + UriUtils.encode(asOf, StandardCharsets.UTF_8);
    }
}
