package vn.chophien.marketplace.pricefeed.bulletin;

import java.time.LocalDate;
import java.util.List;

/**
 * What a bulletin is about and what it takes its figures from.
 *
 * @param vintage the state of the record; prices of days after {@code to} do not count either
 * @param seriesIds the selection, in the order of the text
 */
record Scope(Period period, LocalDate from, LocalDate to, int vintage, List<Integer> seriesIds) {
    static final int MOST_SERIES = 40;

    Scope {
        seriesIds = List.copyOf(seriesIds);
        if (seriesIds.isEmpty() || from.isAfter(to)) {
            throw new IllegalArgumentException("A bulletin is about some series, and begins before it ends");
        }
    }

    static Scope of(Period period, LocalDate day, int vintage, List<Integer> seriesIds) {
        return new Scope(period, period.first(day), period.last(day), vintage, seriesIds);
    }

    Scope asOf(int otherVintage) {
        return new Scope(period, from, to, otherVintage, seriesIds);
    }
}
