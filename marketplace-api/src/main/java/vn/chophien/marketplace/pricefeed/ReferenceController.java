package vn.chophien.marketplace.pricefeed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import vn.chophien.marketplace.pricefeed.SeriesResource.ProvinceName;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PublicReads;
import vn.chophien.marketplace.web.RequestProblem;

/** What sellers and buyers of a good hold its price against: the official band, and the season. */
@RestController
@RequestMapping("/api/v1/prices/commodities/{code}")
class ReferenceController {
    private final PriceLookup prices;
    private final Seasons seasons;
    private final PublishedAnswers answers;
    private final SeriesTexts texts;

    ReferenceController(PriceLookup prices, Seasons seasons, PublishedAnswers answers, SeriesTexts texts) {
        this.prices = prices;
        this.seasons = seasons;
        this.answers = answers;
        this.texts = texts;
    }

    /** Reference prices by stage, in đồng a kilogram. */
    record BandResource(CommodityName commodity, boolean demonstration, List<StageBand> stages) {}

    /**
     * @param local whether these are prices of the province that was asked for
     * @param places where the prices are from
     * @param series whose prices they are
     */
    record StageBand(
            Stage stage,
            String stageName,
            BigDecimal low,
            BigDecimal high,
            String currency,
            Measure measure,
            String unitLabel,
            LocalDate firstDate,
            LocalDate lastDate,
            boolean local,
            List<String> places,
            List<String> series) {}

    record SeasonResource(ProvinceName province, List<Integer> months, String source, String sourceUrl) {}

    /** 404 when the commodity has no current price by weight in đồng. */
    @GetMapping("/band")
    Mono<ResponseEntity<BandResource>> band(
            @PathVariable String code, @RequestParam @Nullable String province, PriceQuestion question) {
        return answers.json(
                question,
                (known, language) -> prices.latest(code, known)
                        .map(quotes -> ReferenceBand.of(quotes, province))
                        .filter(bands -> !bands.isEmpty())
                        .switchIfEmpty(Mono.error(RequestProblem::notFound))
                        .map(bands -> resource(bands, language)));
    }

    private BandResource resource(List<ReferenceBand> bands, Language language) {
        var commodity = bands.getFirst().series().getFirst().commodity();
        return new BandResource(
                CommodityName.of(commodity, language),
                bands.stream().flatMap(band -> band.series().stream()).anyMatch(PriceSeries::demonstration),
                bands.stream().map(band -> resource(band, language)).toList());
    }

    private StageBand resource(ReferenceBand band, Language language) {
        return new StageBand(
                band.stage(),
                texts.stage(band.stage(), language),
                band.low(),
                band.high(),
                ReferenceBand.CURRENCY,
                Measure.KILOGRAM,
                texts.unit(ReferenceBand.CURRENCY, Measure.KILOGRAM, language),
                band.first(),
                band.last(),
                band.local(),
                band.series().stream()
                        .map(one -> one.place(language))
                        .distinct()
                        .toList(),
                band.series().stream().map(one -> one.code().value()).toList());
    }

    /** When the commodity is harvested, by province; with where that is known from. */
    @GetMapping("/seasons")
    Mono<ResponseEntity<PageResponse<SeasonResource>>> seasons(
            @PathVariable String code, @RequestParam @Nullable String province, Language language) {
        return seasons.of(code, province, language)
                .map(season -> new SeasonResource(
                        new ProvinceName(
                                season.provinceCode(),
                                Objects.requireNonNullElse(
                                        texts.province(season.provinceCode(), language), season.provinceCode())),
                        season.months(),
                        season.source(),
                        season.sourceUrl()))
                .collectList()
                .map(PageResponse::whole)
                .map(PublicReads::ok);
    }
}
