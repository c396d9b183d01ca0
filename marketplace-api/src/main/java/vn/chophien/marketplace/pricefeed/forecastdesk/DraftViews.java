package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerNames;
import vn.chophien.marketplace.security.AccountId;

/** Shows drafts with what an officer needs to judge them. */
@Component
class DraftViews {
    private final DraftRepository drafts;
    private final OfficerNames officers;
    private final SeriesCatalog catalog;
    private final SeriesTexts texts;

    DraftViews(DraftRepository drafts, OfficerNames officers, SeriesCatalog catalog, SeriesTexts texts) {
        this.drafts = drafts;
        this.officers = officers;
        this.catalog = catalog;
        this.texts = texts;
    }

    Mono<DraftResource> of(ForecastDraft draft, AccountId officer, Language language) {
        return of(List.of(draft), officer, language).map(List::getFirst);
    }

    Mono<List<DraftResource>> of(List<ForecastDraft> shown, AccountId officer, Language language) {
        return catalog.all()
                .collectMap(PriceSeries::id)
                .zipWith(officers.ofReviews(
                        shown.stream().map(ForecastDraft::review).toList()))
                .flatMap(known -> Flux.fromIterable(shown)
                        .concatMap(draft -> standing(draft)
                                .map(standing -> DraftResource.of(
                                        draft,
                                        Objects.requireNonNull(known.getT1()
                                                .get(draft.content().seriesId())),
                                        standing,
                                        known.getT2(),
                                        officer,
                                        texts,
                                        language)))
                        .collectList());
    }

    private Mono<DraftResource.Standing> standing(ForecastDraft draft) {
        return drafts.isOutdated(draft.content())
                .flatMap(outdated -> drafts.issuedNumber(draft.id())
                        .map(number -> new DraftResource.Standing(outdated, number))
                        .defaultIfEmpty(new DraftResource.Standing(outdated, null)));
    }
}
