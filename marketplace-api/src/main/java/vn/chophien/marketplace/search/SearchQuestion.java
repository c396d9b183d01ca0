package vn.chophien.marketplace.search;

import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;

/** Everything a buyer asks of one page of results; {@code words} as she typed them, cut where nobody types on. */
record SearchQuestion(
        String words,
        SearchFilters filters,
        SearchSort sort,
        int pageSize,
        @Nullable String cursor,
        Language language) {

    boolean hasWords() {
        return !words.isEmpty();
    }
}
