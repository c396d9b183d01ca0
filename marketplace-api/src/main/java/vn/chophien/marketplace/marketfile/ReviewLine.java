package vn.chophien.marketplace.marketfile;

import java.time.LocalDate;
import java.time.ZoneId;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.review.NewReview;

/** A line of {@code reviews.jsonl}, whose listing is still to be found. */
record ReviewLine(
        Line line,
        String sku,
        String id,
        int rating,
        Language language,
        String text,
        String author,
        boolean verified,
        LocalDate createdOn) {
    private static final int BEST = 5;
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    static ReviewLine parse(Line line) {
        var fields = LineFields.of(line);
        var language = fields.text("lang");
        if (!language.equals(Language.VI.tag()) && !language.equals(Language.EN.tag())) {
            throw fields.wrong("lang", "vi or en");
        }
        return new ReviewLine(
                line,
                fields.text("sku"),
                fields.text("review_id"),
                fields.integer("rating", 1, BEST),
                Language.of(language),
                fields.proseOr("text", ""),
                fields.text("author_alias"),
                fields.flag("verified_purchase"),
                fields.date("created_on"));
    }

    NewReview of(ListingId listing) {
        // A day is all the file says; noon is that day in every place that reads it.
        var createdAt = createdOn.atTime(12, 0).atZone(VIETNAM).toInstant();
        return new NewReview(id, listing, rating, language, text, author, verified, createdAt);
    }
}
