package vn.chophien.marketplace.pricefeed.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.Frequency;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.pricefeed.Status;
import vn.chophien.marketplace.pricefeed.officerreview.DraftState;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerNames;
import vn.chophien.marketplace.security.AccountId;

/**
 * A set of entries as an officer sees it. The list of sets leaves the entries away.
 *
 * @param entryCount how many entries it has
 * @param firstDate the first of their days; absent for an empty set
 * @param editable whether the asking officer may change and submit it
 * @param publishable whether the asking officer may publish it
 */
record EntrySetResource(
        String id,
        DraftState state,
        int version,
        String enteredBy,
        @Nullable String enteredByName,
        Instant enteredAt,
        @Nullable Instant submittedAt,
        @Nullable String returnedFor,
        @Nullable String closedBy,
        @Nullable String closedByName,
        @Nullable Instant closedAt,
        boolean editable,
        boolean publishable,
        int entryCount,
        @Nullable LocalDate firstDate,
        @Nullable LocalDate lastDate,
        @Nullable List<EntryResource> entries) {

    record EntryResource(
            SeriesName series,
            LocalDate date,
            Status status,
            @Nullable BigDecimal price,
            @Nullable BigDecimal priceMin,
            @Nullable BigDecimal priceMax,
            String unitLabel,
            @Nullable String note,
            @Nullable String source,
            @Nullable String sourceUrl,
            @Nullable String reason,
            boolean confirmed,
            @Nullable DatedPrice previous,
            @Nullable BigDecimal changeRatio,
            @Nullable DatedPrice published,
            @Nullable BandResource band,
            boolean needsConfirmation,
            boolean needsReason,
            List<FlagResource> flags) {}

    /** What a series is, whole and in its parts. */
    record SeriesName(
            String code,
            String title,
            String commodityCode,
            String commodity,
            @Nullable String grade,
            String stage,
            String place,
            Frequency frequency) {
        static SeriesName of(PriceSeries series, SeriesTexts texts, Language language) {
            return new SeriesName(
                    series.code().value(),
                    texts.title(series, language),
                    series.commodity().code(),
                    series.commodity().name(language),
                    series.grade(language),
                    texts.stage(series.stage(), language),
                    series.place(language),
                    series.frequency());
        }
    }

    record DatedPrice(
            LocalDate date,
            BigDecimal price,
            @Nullable BigDecimal priceMin,
            @Nullable BigDecimal priceMax) {
        static @Nullable DatedPrice of(LocalDate date, @Nullable Price price) {
            if (price == null) {
                return null;
            }
            var range = price.isRange();
            return new DatedPrice(date, price.middle(), range ? price.min() : null, range ? price.max() : null);
        }
    }

    /** From where to where the series usually goes after its previous price. */
    record BandResource(BigDecimal low, BigDecimal high) {}

    record FlagResource(String code, String message) {}

    static EntrySetResource of(
            EntrySet set,
            Map<AccountId, String> names,
            AccountId officer,
            EntryRepository.Extent extent,
            @Nullable List<EntryResource> entries) {
        var review = set.review();
        var closing = review.closing();
        return new EntrySetResource(
                set.id().toString(),
                DraftState.of(review),
                review.version(),
                review.author().toString(),
                names.get(review.author()),
                review.begun().at(),
                review.submittedAt(),
                review.returnedFor(),
                closing == null ? null : closing.by().toString(),
                OfficerNames.of(closing, names),
                closing == null ? null : closing.at(),
                review.isEditableBy(officer),
                review.isAnswerableBy(officer),
                extent.entries(),
                extent.first(),
                extent.last(),
                entries);
    }

    static EntryResource entry(CheckedEntry checked, SeriesTexts texts, Messages messages, Language language) {
        var entry = checked.entry();
        var price = entry.price();
        var range = price != null && price.isRange();
        var previous = checked.previous();
        var band = checked.band();
        return new EntryResource(
                SeriesName.of(entry.series(), texts, language),
                entry.validOn(),
                entry.status(),
                price == null ? null : price.middle(),
                price == null || !range ? null : price.min(),
                price == null || !range ? null : price.max(),
                texts.unit(entry.series(), language),
                entry.remark().note(),
                entry.remark().source(),
                entry.remark().sourceUrl(),
                entry.remark().reason(),
                entry.confirmedBy() != null,
                previous == null ? null : DatedPrice.of(previous.validOn(), previous.price()),
                checked.changeRatio(),
                DatedPrice.of(entry.validOn(), checked.published()),
                band == null || previous == null
                        ? null
                        : new BandResource(band.low(previous.price()), band.high(previous.price())),
                checked.lacksConfirmation(),
                checked.lacksReason(),
                checked.flags().stream()
                        .map(flag ->
                                new FlagResource(flag.code(), messages.format(language, "prices.flag." + flag.code())))
                        .toList());
    }
}
