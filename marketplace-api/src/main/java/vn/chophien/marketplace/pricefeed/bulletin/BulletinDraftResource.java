package vn.chophien.marketplace.pricefeed.bulletin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.bulletin.BulletinResource.BulletinCredit;
import vn.chophien.marketplace.pricefeed.bulletin.BulletinResource.FiguresAsOf;
import vn.chophien.marketplace.pricefeed.bulletin.FigureResource.BulletinSeries;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerNames;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerReview;
import vn.chophien.marketplace.security.AccountId;

/**
 * A bulletin that is being written, as an officer sees it.
 *
 * @param corrects the number of the bulletin that it corrects
 * @param number under which it was published
 * @param editable whether this officer may change and submit it now
 * @param approvable whether this officer may sign it off now
 * @param content left out of lists
 */
record BulletinDraftResource(
        String id,
        OfficerReview.State state,
        Period period,
        LocalDate from,
        LocalDate to,
        String titleVi,
        String titleEn,
        @Nullable Integer corrects,
        @Nullable String reason,
        @Nullable String writtenByName,
        Instant writtenAt,
        @Nullable Instant submittedAt,
        @Nullable String returnedFor,
        @Nullable String approvedByName,
        @Nullable Instant approvedAt,
        @Nullable String closedByName,
        @Nullable Instant closedAt,
        @Nullable Integer number,
        @Nullable Integer edition,
        boolean editable,
        boolean approvable,
        @Nullable DraftContent content) {

    /** @param vi the text in Vietnamese with what its directives come to; {@code en} in English */
    record DraftContent(FiguresAsOf asOf, boolean demonstration, DraftText vi, DraftText en) {}

    record DraftText(
            String body,
            List<BulletinSeries> series,
            List<FigureResource> figures,
            List<FigureFault> faults,
            List<BulletinCredit> credits) {}

    /** A directive without a figure; a bulletin that has one is not submitted. */
    record FigureFault(int line, String directive, String code, String message) {}

    static BulletinDraftResource of(
            BulletinDraft draft,
            Map<AccountId, String> names,
            AccountId officer,
            @Nullable Bulletin published,
            @Nullable DraftContent content) {
        var review = draft.review();
        var approval = review.approval();
        var closing = review.closing();
        return new BulletinDraftResource(
                draft.id().toString(),
                review.state(),
                draft.scope().period(),
                draft.scope().from(),
                draft.scope().to(),
                draft.text().titleVi(),
                draft.text().titleEn(),
                draft.corrects(),
                draft.reason(),
                names.get(review.author()),
                review.begun().at(),
                review.submittedAt(),
                review.returnedFor(),
                OfficerNames.of(approval, names),
                approval == null ? null : approval.at(),
                OfficerNames.of(closing, names),
                closing == null ? null : closing.at(),
                published == null ? null : published.number(),
                published == null ? null : published.edition(),
                review.isEditableBy(officer),
                review.isAnswerableBy(officer),
                content);
    }
}
