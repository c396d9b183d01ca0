package vn.chophien.marketplace.pricefeed.bulletin;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.account.Account;
import vn.chophien.marketplace.account.Accounts;
import vn.chophien.marketplace.pricefeed.PriceFeedSettings;
import vn.chophien.marketplace.pricefeed.PriceRecord;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerReview;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.EntityTags;
import vn.chophien.marketplace.web.FieldProblem;

/** Takes a bulletin from the draft to the public: its author submits it, a second officer signs it off, then it is published. */
@Component
public class BulletinSigning {
    /** Of an account that is gone. */
    private static final String NAMELESS = "–";

    private final BulletinRepository drafts;
    private final BulletinArchive archive;
    private final FigureResolving figures;
    private final Accounts accounts;
    private final PriceRecord record;
    private final PriceFeedSettings settings;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    BulletinSigning(
            BulletinRepository drafts,
            BulletinArchive archive,
            FigureResolving figures,
            Accounts accounts,
            PriceRecord record,
            PriceFeedSettings settings,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.drafts = drafts;
        this.archive = archive;
        this.figures = figures;
        this.accounts = accounts;
        this.record = record;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Offers a draft to a colleague. Nothing may be missing in it, in either language. */
    public Mono<BulletinDraft> submit(BulletinId id, AccountId officer, @Nullable String ifMatch) {
        return forChange(id)
                .doOnNext(draft -> {
                    EntityTags.requireMatch(ifMatch, draft.review().version());
                    draft.review().requireEditableBy(officer);
                })
                .flatMap(draft -> missing(draft).flatMap(missing -> {
                    if (!missing.isEmpty()) {
                        return Mono.error(() -> new BulletinProblem.Incomplete(missing));
                    }
                    return save(draft.with(draft.review().submitted(clock.instant())));
                }))
                .as(transaction::transactional);
    }

    /** A second officer answers for what she has read: the version that {@code ifMatch} names. */
    public Mono<BulletinDraft> approve(BulletinId id, AccountId officer, @Nullable String ifMatch) {
        return forChange(id)
                .flatMap(draft -> {
                    EntityTags.requireMatch(ifMatch, draft.review().version());
                    draft.review().requireAnswerableBy(officer);
                    return save(draft.with(draft.review().approved(officer, clock.instant())));
                })
                .as(transaction::transactional);
    }

    /** Makes a signed bulletin public; doing so again changes nothing. */
    public Mono<BulletinDraft> publish(BulletinId id, AccountId officer) {
        return forChange(id)
                .flatMap(draft -> {
                    if (draft.review().state() == OfficerReview.State.PUBLISHED) {
                        return Mono.just(draft);
                    }
                    draft.review().require(OfficerReview.State.APPROVED);
                    // The lock of publications numbers bulletins, too, and keeps questions about this moment waiting.
                    return record.next()
                            .then(Mono.defer(() -> imprint(draft)))
                            .flatMap(imprint -> archive.add(draft, imprint, officer))
                            .flatMap(at -> save(draft.with(draft.review().published(officer, at))));
                })
                .as(transaction::transactional);
    }

    private Mono<BulletinArchive.Imprint> imprint(BulletinDraft draft) {
        return name(draft.review().author())
                .flatMap(author -> name(Objects.requireNonNull(draft.review().approval())
                                .by())
                        .map(approver -> new BulletinArchive.Imprint(
                                settings.department(), settings.departmentEn(), author, approver)));
    }

    private Mono<String> name(AccountId id) {
        return accounts.find(id).map(Account::displayName).defaultIfEmpty(NAMELESS);
    }

    private Mono<List<FieldProblem>> missing(BulletinDraft draft) {
        return figures.resolve(draft.scope(), draft.text().bodyVi(), Language.VI)
                .zipWith(figures.resolve(draft.scope(), draft.text().bodyEn(), Language.EN), (vi, en) -> {
                    var missing = new ArrayList<FieldProblem>();
                    require("title_vi", draft.text().titleVi(), missing);
                    require("title_en", draft.text().titleEn(), missing);
                    require("body_vi", draft.text().bodyVi(), missing);
                    require("body_en", draft.text().bodyEn(), missing);
                    if (draft.corrects() != null) {
                        require("reason", Objects.requireNonNullElse(draft.reason(), ""), missing);
                    }
                    vi.faults().forEach(fault -> missing.add(problem("body_vi", fault)));
                    en.faults().forEach(fault -> missing.add(problem("body_en", fault)));
                    return missing;
                });
    }

    private static void require(String field, String text, List<FieldProblem> missing) {
        if (text.isBlank()) {
            missing.add(new FieldProblem(field, "required"));
        }
    }

    /** What is wrong with a directive, as the field that it stands in. */
    static FieldProblem problem(String field, FigureBinding.Fault fault) {
        return new FieldProblem(
                field, "bulletin-" + fault.code(), Map.of("line", fault.line(), "directive", fault.source()));
    }

    private Mono<BulletinDraft> forChange(BulletinId id) {
        return drafts.findForChange(id).switchIfEmpty(Mono.error(BulletinProblem.NotFound::new));
    }

    private Mono<BulletinDraft> save(BulletinDraft draft) {
        return drafts.update(draft).thenReturn(draft);
    }
}
