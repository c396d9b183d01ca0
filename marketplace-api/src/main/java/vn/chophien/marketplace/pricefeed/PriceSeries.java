package vn.chophien.marketplace.pricefeed;

import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;

/**
 * What a column of prices is about. {@code id} is ours and internal; the code is public. A demonstration series holds
 * invented prices and says so wherever it is shown.
 */
public record PriceSeries(
        int id,
        SeriesCode code,
        Commodity commodity,
        @Nullable String gradeVi,
        @Nullable String gradeEn,
        Stage stage,
        @Nullable String provinceCode,
        String placeVi,
        String placeEn,
        Measure measure,
        String currency,
        Frequency frequency,
        Source source,
        boolean demonstration,
        int position) {

    /** Who observed the prices, and on what terms they may be used. */
    public record Source(
            String nameVi,
            String nameEn,
            @Nullable String url,
            String licence,
            @Nullable String licenceUrl) {
        public String name(Language language) {
            return language == Language.VI ? nameVi : nameEn;
        }
    }

    public @Nullable String grade(Language language) {
        return language == Language.VI ? gradeVi : gradeEn;
    }

    public String place(Language language) {
        return language == Language.VI ? placeVi : placeEn;
    }
}
