package vn.chophien.marketplace.pricefeed.bulletin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.pricefeed.bulletin.FigureResource.BulletinSeries;

/**
 * A published bulletin in one language.
 *
 * @param last whether this is its last edition
 * @param body Markdown; {@code {{…}}} in it is a directive, whose figure is in {@code figures}
 * @param asOf the publication of prices that its figures are from
 */
record BulletinResource(
        int number,
        int edition,
        boolean last,
        Period period,
        LocalDate from,
        LocalDate to,
        String title,
        String body,
        @Nullable String reason,
        String department,
        String author,
        String approver,
        Instant approvedAt,
        Instant publishedAt,
        FiguresAsOf asOf,
        boolean demonstration,
        List<BulletinSeries> series,
        List<FigureResource> figures,
        List<BulletinCredit> credits) {

    record FiguresAsOf(@Nullable String publication, int vintage, Instant publishedAt) {
        static FiguresAsOf of(KnownAt known) {
            return new FiguresAsOf(known.publicationId(), known.vintage(), known.publishedAt());
        }
    }

    /** Who observed prices of the bulletin, and on what terms they may be used. */
    record BulletinCredit(
            String source,
            @Nullable String sourceUrl,
            String licence,
            @Nullable String licenceUrl) {
        static List<BulletinCredit> of(Evidence evidence, Language language) {
            return evidence.all()
                    .map(one -> one.series().source())
                    .map(source -> new BulletinCredit(
                            source.name(language), source.url(), source.licence(), source.licenceUrl()))
                    .distinct()
                    .toList();
        }
    }

    /** A bulletin in a list. */
    record BulletinSummary(
            int number,
            int edition,
            boolean last,
            Period period,
            LocalDate from,
            LocalDate to,
            String title,
            @Nullable String reason,
            Instant publishedAt) {
        static BulletinSummary of(Bulletin bulletin, Language language) {
            return new BulletinSummary(
                    bulletin.number(),
                    bulletin.edition(),
                    bulletin.last(),
                    bulletin.scope().period(),
                    bulletin.scope().from(),
                    bulletin.scope().to(),
                    bulletin.text().title(language),
                    bulletin.reason(),
                    bulletin.publishedAt());
        }
    }

    static BulletinResource of(
            Bulletin bulletin, FigureBinding.Resolved resolved, KnownAt known, SeriesTexts texts, Language language) {
        return new BulletinResource(
                bulletin.number(),
                bulletin.edition(),
                bulletin.last(),
                bulletin.scope().period(),
                bulletin.scope().from(),
                bulletin.scope().to(),
                bulletin.text().title(language),
                bulletin.text().body(language),
                bulletin.reason(),
                bulletin.department(language),
                bulletin.author(),
                bulletin.approver(),
                bulletin.approvedAt(),
                bulletin.publishedAt(),
                FiguresAsOf.of(known),
                resolved.evidence().isDemonstration(),
                resolved.evidence().selected().stream()
                        .map(one -> BulletinSeries.of(one.series(), texts, language))
                        .toList(),
                FigureResource.all(resolved.figures(), texts, language),
                BulletinCredit.of(resolved.evidence(), language));
    }
}
