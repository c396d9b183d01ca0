package vn.chophien.marketplace.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a hit is called; only asked for where a better spelling is looked for. */
record FoundText(
        @Nullable String nameVi,
        @Nullable String nameEn,
        @Nullable List<String> keywords,
        @Nullable List<String> categoryNamesVi) {

    static final List<String> FIELDS = List.of("name_vi", "name_en", "keywords", "category_names_vi");
}
