package vn.chophien.marketplace.settlement.payout;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.account.Account;
import vn.chophien.marketplace.account.Accounts;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.Seller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.seller.Sellers;
import vn.chophien.marketplace.settlement.payout.PayoutResource.Shop;
import vn.chophien.marketplace.terms.Terms;
import vn.chophien.marketplace.web.RequestProblem;

/** What operators see of payouts, with the names of shops and people. */
@Component
class PayoutDesk {

    private final PayoutBatchRepository batches;
    private final PayoutRepository payouts;
    private final PayoutCandidates candidates;
    private final Sellers sellers;
    private final Accounts accounts;
    private final InstantSource clock;

    PayoutDesk(
            PayoutBatchRepository batches,
            PayoutRepository payouts,
            PayoutCandidates candidates,
            Sellers sellers,
            Accounts accounts,
            InstantSource clock) {
        this.batches = batches;
        this.payouts = payouts;
        this.candidates = candidates;
        this.sellers = sellers;
        this.accounts = accounts;
        this.clock = clock;
    }

    Mono<List<CandidateResource>> candidates(Language language) {
        var now = clock.instant();
        return candidates
                .at(now)
                .collectList()
                .flatMap(found -> shops(
                                found.stream().map(PayoutCandidate::seller).toList(), language)
                        .map(shops -> found.stream()
                                .map(candidate -> CandidateResource.from(
                                        candidate, shops.get(candidate.seller()), Terms.dayOf(now)))
                                .toList()));
    }

    Mono<Recent> recent(int size, @Nullable UUID after, AccountId reader, Language language) {
        return batches.recent(size, after)
                .collectList()
                .flatMap(batches -> names(batches, List.of(), language)
                        .map(names -> new Recent(
                                batches.stream()
                                        .map(batch -> BatchResource.from(batch, names, reader, null))
                                        .toList(),
                                batches.isEmpty() ? null : batches.getLast().id())));
    }

    Mono<List<Payout>> ofSeller(String slug, int size, @Nullable UUID after) {
        return sellers.findBySlug(slug)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(seller -> payouts.ofSeller(seller.id(), size, after).collectList());
    }

    Mono<BatchResource> find(String number, AccountId reader, Language language) {
        return batches.find(number)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(batch -> whole(batch, reader, language));
    }

    Mono<BatchResource> whole(PayoutBatch batch, AccountId reader, Language language) {
        return batches.history(batch.id())
                .collectList()
                .flatMap(history -> names(List.of(batch), history, language)
                        .map(names -> BatchResource.from(batch, names, reader, history)));
    }

    private Mono<BatchResource.Names> names(List<PayoutBatch> batches, List<PayoutEvent> history, Language language) {
        var shops = batches.stream()
                .flatMap(batch -> batch.payouts().stream())
                .map(Payout::seller)
                .distinct()
                .toList();
        var deciders = batches.stream().map(PayoutBatch::decidedBy).flatMap(Stream::ofNullable);
        var people = Stream.of(
                        batches.stream().map(PayoutBatch::draftedBy),
                        deciders,
                        history.stream().map(PayoutEvent::by).flatMap(Stream::ofNullable))
                .flatMap(each -> each)
                .distinct()
                .toList();
        return shops(shops, language).zipWith(people(people), BatchResource.Names::new);
    }

    private Mono<Map<SellerId, Shop>> shops(Collection<SellerId> ids, Language language) {
        return sellers.findAll(ids).collectMap(Seller::id, seller -> new Shop(seller.slug(), seller.name(language)));
    }

    private Mono<Map<AccountId, String>> people(Collection<AccountId> ids) {
        return Flux.fromIterable(ids).concatMap(accounts::find).collectMap(Account::id, Account::displayName);
    }

    /** @param last the last batch of the page */
    record Recent(List<BatchResource> resources, @Nullable UUID last) {}
}
