package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.account.Account;
import vn.chophien.marketplace.account.Accounts;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.security.AccountId;

/** Shows drafts with what an officer needs to judge them. */
@Component
class DraftViews {
    private final DraftRepository drafts;
    private final Accounts accounts;
    private final SeriesCatalog catalog;
    private final SeriesTexts texts;

    DraftViews(DraftRepository drafts, Accounts accounts, SeriesCatalog catalog, SeriesTexts texts) {
        this.drafts = drafts;
        this.accounts = accounts;
        this.catalog = catalog;
        this.texts = texts;
    }

    Mono<DraftResource> of(ForecastDraft draft, AccountId officer, Language language) {
        return of(List.of(draft), officer, language).map(List::getFirst);
    }

    Mono<List<DraftResource>> of(List<ForecastDraft> shown, AccountId officer, Language language) {
        return catalog.all()
                .collectMap(PriceSeries::id)
                .zipWith(officers(shown))
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

    /** The names of those who drafted and closed these; an account that is gone has none. */
    private Mono<Map<AccountId, String>> officers(List<ForecastDraft> shown) {
        return Flux.fromIterable(shown)
                .concatMapIterable(draft -> Stream.of(draft.draftedBy(), draft.closedBy())
                        .filter(Objects::nonNull)
                        .toList())
                .distinct()
                .concatMap(accounts::find)
                .collectMap(Account::id, Account::displayName);
    }
}
