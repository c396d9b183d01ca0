package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.PriceRecord;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.Publication;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.Vintages;
import vn.chophien.marketplace.pricefeed.forecastrecord.IssuedForecasts;
import vn.chophien.marketplace.pricefeed.forecastrecord.SeriesHistories;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerReview;
import vn.chophien.marketplace.security.AccountId;

/** Makes submitted drafts public. Those that one officer drafted become one publication. */
@Component
class ForecastIssuing {
    private final DraftRepository drafts;
    private final IssuedForecasts issued;
    private final SeriesHistories histories;
    private final SeriesCatalog catalog;
    private final Vintages vintages;
    private final PriceRecord record;
    private final TransactionalOperator transaction;

    ForecastIssuing(
            DraftRepository drafts,
            IssuedForecasts issued,
            SeriesHistories histories,
            SeriesCatalog catalog,
            Vintages vintages,
            PriceRecord record,
            TransactionalOperator transaction) {
        this.drafts = drafts;
        this.issued = issued;
        this.histories = histories;
        this.catalog = catalog;
        this.vintages = vintages;
        this.record = record;
        this.transaction = transaction;
    }

    /** All of them or none; what is public already stays as it is. */
    Mono<List<ForecastDraft>> issue(List<ForecastDraftId> ids, AccountId officer, Language language) {
        return Flux.fromIterable(ids)
                .distinct()
                // In one order, so that two officers at it do not wait for each other.
                .sort(Comparator.comparing(ForecastDraftId::value))
                .concatMap(id -> drafts.findForChange(id).switchIfEmpty(Mono.error(DraftProblem.NotFound::new)))
                .collectList()
                .flatMap(found -> issueAll(found, officer, language))
                .as(transaction::transactional);
    }

    private Mono<List<ForecastDraft>> issueAll(List<ForecastDraft> found, AccountId officer, Language language) {
        var waiting = found.stream()
                .filter(draft -> draft.review().state() != OfficerReview.State.PUBLISHED)
                .toList();
        waiting.forEach(draft -> draft.review().requireAnswerableBy(officer));
        return requireGood(waiting, language)
                .thenMany(Flux.fromIterable(waiting.stream()
                        .collect(Collectors.groupingBy(draft -> draft.review().author()))
                        .entrySet()))
                .concatMap(entry -> publish(entry.getValue(), entry.getKey(), officer))
                .thenMany(Flux.fromIterable(found))
                .concatMap(draft -> drafts.find(draft.id()))
                .collectList();
    }

    /** The record may have gone on, or stood still, since the drafts were made. */
    private Mono<Void> requireGood(List<ForecastDraft> waiting, Language language) {
        return vintages.latest()
                .zipWhen(known -> catalog.all(known.vintage()).collectMap(PriceSeries::id))
                .flatMapMany(start -> Flux.fromIterable(waiting)
                        .map(draft -> Objects.requireNonNull(
                                start.getT2().get(draft.content().seriesId())))
                        .concatMap(series -> histories.obstacles(series, start.getT1())))
                .concatMap(found -> found.isEmpty()
                        ? Mono.<Void>empty()
                        : Mono.error(() -> new DraftProblem.Barred(histories.text(found.getFirst(), language))))
                .then();
    }

    private Mono<Void> publish(List<ForecastDraft> of, AccountId draftedBy, AccountId officer) {
        return record.publishForecasts(
                        new Publication.Origin.Forecast(draftedBy, officer), vintage -> insert(of, vintage))
                .flatMapMany(publication -> Flux.fromIterable(of)
                        .concatMap(draft -> drafts.update(
                                draft.with(draft.review().published(officer, publication.publishedAt())))))
                .then();
    }

    private Mono<Integer> insert(List<ForecastDraft> of, int vintage) {
        return Flux.fromIterable(of)
                .concatMap(draft -> issued.insert(vintage, draft.id().value(), false, draft.content()))
                .collectList()
                .map(List::size);
    }
}
