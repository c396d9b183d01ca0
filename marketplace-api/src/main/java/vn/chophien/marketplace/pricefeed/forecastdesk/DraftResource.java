package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.pricefeed.forecastrecord.ForecastAccuracy;
import vn.chophien.marketplace.pricefeed.forecastrecord.ForecastContent;
import vn.chophien.marketplace.pricefeed.forecastrecord.ForecastPoint;
import vn.chophien.marketplace.pricefeed.officerreview.DraftState;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerNames;
import vn.chophien.marketplace.security.AccountId;

/**
 * A draft as officers see it. The list of drafts leaves the points away.
 *
 * @param editable whether the asking officer may change and submit it
 * @param issuable whether the asking officer may issue it
 * @param outdated whether there is news of the series since it was made
 * @param issuedNumber under which it is public
 */
record DraftResource(
        String id,
        SeriesName series,
        DraftState state,
        int version,
        @Nullable String draftedByName,
        Instant draftedAt,
        @Nullable Instant submittedAt,
        @Nullable String returnedFor,
        @Nullable String closedByName,
        @Nullable Instant closedAt,
        boolean editable,
        boolean issuable,
        boolean outdated,
        @Nullable Integer issuedNumber,
        int dataVintage,
        LocalDate origin,
        String method,
        BigDecimal lastPrice,
        String currency,
        String unit,
        @Nullable ForecastAccuracy accuracy,
        @Nullable String annotationVi,
        @Nullable String annotationEn,
        @Nullable List<ForecastPoint> modelPoints,
        @Nullable ReplacementResource replacement) {

    record SeriesName(String code, String title, String commodityCode, boolean demonstration) {
        static SeriesName of(PriceSeries series, SeriesTexts texts, Language language) {
            return new SeriesName(
                    series.code().value(),
                    texts.title(series, language),
                    series.commodity().code(),
                    series.demonstration());
        }
    }

    record ReplacementResource(String reasonVi, @Nullable String reasonEn, List<ForecastPoint> points) {
        static @Nullable ReplacementResource of(ForecastContent content) {
            var reason = content.words().reasonVi();
            return reason == null
                    ? null
                    : new ReplacementResource(reason, content.words().reasonEn(), content.officerPoints());
        }
    }

    /** Where a draft stands beside the record. */
    record Standing(boolean outdated, @Nullable Integer issuedNumber) {}

    static DraftResource of(
            ForecastDraft draft,
            PriceSeries series,
            Standing standing,
            Map<AccountId, String> names,
            AccountId officer,
            SeriesTexts texts,
            Language language) {
        var content = draft.content();
        var review = draft.review();
        var closing = review.closing();
        var whole = !content.steps().isEmpty();
        return new DraftResource(
                draft.id().toString(),
                SeriesName.of(series, texts, language),
                DraftState.of(review),
                review.version(),
                names.get(review.author()),
                review.begun().at(),
                review.submittedAt(),
                review.returnedFor(),
                OfficerNames.of(closing, names),
                closing == null ? null : closing.at(),
                review.isEditableBy(officer),
                review.isAnswerableBy(officer),
                standing.outdated() && review.isOpen(),
                standing.issuedNumber(),
                content.dataVintage(),
                content.origin(),
                content.method(),
                content.lastPrice(),
                series.currency(),
                texts.unit(series, language),
                content.accuracy(),
                content.words().annotationVi(),
                content.words().annotationEn(),
                whole ? content.modelPoints() : null,
                whole ? ReplacementResource.of(content) : null);
    }
}
