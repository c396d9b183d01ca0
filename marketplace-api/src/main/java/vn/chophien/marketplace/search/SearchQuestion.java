package vn.chophien.marketplace.search;

import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;

/** Everything a buyer asks of one page of results. */
record SearchQuestion(
        SearchText text,
        SearchFilters filters,
        SearchSort sort,
        int pageSize,
        @Nullable String cursor,
        Language language) {}
