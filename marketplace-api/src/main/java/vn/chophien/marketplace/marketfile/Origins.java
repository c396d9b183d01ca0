package vn.chophien.marketplace.marketfile;

import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.place.Commune;
import vn.chophien.marketplace.place.Places;

/** Finds the place that a line names. */
final class Origins {
    private final Places places;

    Origins(Places places) {
        this.places = places;
    }

    /** From the fields {@code province} and {@code commune}, which are names. */
    Origin of(LineFields fields) {
        var province = places.provinceNamed(fields.text("province"))
                .orElseThrow(() -> fields.wrong("province", "the name of a province of today"));
        var commune = fields.textOr("commune", "");
        // A name that is no commune of today (an old one, a village) stays as it was written.
        var code =
                places.communeNamed(province.code(), commune).map(Commune::code).orElse(null);
        return new Origin(province.code(), code, commune);
    }

    record Origin(String provinceCode, @Nullable String communeCode, String communeName) {}
}
