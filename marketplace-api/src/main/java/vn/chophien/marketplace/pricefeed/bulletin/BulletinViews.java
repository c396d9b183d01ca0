package vn.chophien.marketplace.pricefeed.bulletin;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.pricefeed.Vintages;
import vn.chophien.marketplace.pricefeed.bulletin.BulletinDraftResource.DraftText;
import vn.chophien.marketplace.pricefeed.bulletin.BulletinDraftResource.FigureFault;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerNames;
import vn.chophien.marketplace.security.AccountId;

/** Shows drafts with what an officer needs to write and to judge them. */
@Component
class BulletinViews {
    private final BulletinArchive archive;
    private final FigureResolving figures;
    private final Vintages vintages;
    private final OfficerNames officers;
    private final SeriesTexts texts;
    private final Messages messages;

    BulletinViews(
            BulletinArchive archive,
            FigureResolving figures,
            Vintages vintages,
            OfficerNames officers,
            SeriesTexts texts,
            Messages messages) {
        this.archive = archive;
        this.figures = figures;
        this.vintages = vintages;
        this.officers = officers;
        this.texts = texts;
        this.messages = messages;
    }

    /** @param language of messages; the text is there in both */
    Mono<BulletinDraftResource> whole(BulletinDraft draft, AccountId officer, Language language) {
        var published = archive.ofDraft(draft.id()).map(Optional::of).defaultIfEmpty(Optional.empty());
        return Mono.zip(
                        vintages.of(draft.scope().vintage()),
                        figures.resolve(draft.scope(), draft.text().bodyVi(), Language.VI),
                        figures.resolve(draft.scope(), draft.text().bodyEn(), Language.EN),
                        officers.ofReviews(List.of(draft.review())),
                        published)
                .map(found -> BulletinDraftResource.of(
                        draft,
                        found.getT4(),
                        officer,
                        found.getT5().orElse(null),
                        new BulletinDraftResource.DraftContent(
                                BulletinResource.FiguresAsOf.of(found.getT1()),
                                found.getT2().evidence().isDemonstration(),
                                text(draft, found.getT2(), Language.VI, language),
                                text(draft, found.getT3(), Language.EN, language))));
    }

    private DraftText text(BulletinDraft draft, FigureBinding.Resolved resolved, Language language, Language reader) {
        return new DraftText(
                draft.text().body(language),
                resolved.evidence().selected().stream()
                        .map(one -> FigureResource.BulletinSeries.of(one.series(), texts, language))
                        .toList(),
                FigureResource.all(resolved.figures(), texts, language),
                resolved.faults().stream().map(fault -> fault(fault, reader)).toList(),
                BulletinResource.BulletinCredit.of(resolved.evidence(), language));
    }

    private FigureFault fault(FigureBinding.Fault fault, Language reader) {
        var problem = BulletinSigning.problem("body", fault);
        return new FigureFault(
                fault.line(),
                fault.source(),
                fault.code(),
                messages.format(reader, "problem.field." + problem.code(), problem.arguments()));
    }

    Mono<List<BulletinDraftResource>> summaries(List<BulletinDraft> drafts, AccountId officer) {
        return officers.ofReviews(drafts.stream().map(BulletinDraft::review).toList())
                .flatMap(names -> Flux.fromIterable(drafts)
                        .concatMap(draft -> archive.ofDraft(draft.id())
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty())
                                .map(published ->
                                        BulletinDraftResource.of(draft, names, officer, published.orElse(null), null)))
                        .collectList());
    }
}
