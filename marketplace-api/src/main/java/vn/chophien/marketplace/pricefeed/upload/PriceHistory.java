package vn.chophien.marketplace.pricefeed.upload;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.desk.SeriesBand;

/** The published prices around the days of an upload, and the upload's own as its rows are read in order of days. */
final class PriceHistory {
    private final Map<Integer, NavigableMap<LocalDate, Price>> published = new HashMap<>();
    private final Map<Integer, NavigableMap<LocalDate, Price>> known = new HashMap<>();
    private final Map<Integer, SeriesBand> bands = new HashMap<>();

    /** Adds how far series usually go. */
    void addBands(Map<Integer, SeriesBand> ofSeries) {
        bands.putAll(ofSeries);
    }

    Optional<SeriesBand> band(int seriesId) {
        return Optional.ofNullable(bands.get(seriesId));
    }

    /** Adds a price that is published today. */
    void addPublished(int seriesId, LocalDate validOn, Price price) {
        published.computeIfAbsent(seriesId, id -> new TreeMap<>()).put(validOn, price);
        addStated(seriesId, validOn, price);
    }

    /** Adds a price that the upload states, so that its own later days compare with it. */
    void addStated(int seriesId, LocalDate validOn, Price price) {
        known.computeIfAbsent(seriesId, id -> new TreeMap<>()).put(validOn, price);
    }

    Optional<Price> publishedOn(int seriesId, LocalDate day) {
        return Optional.ofNullable(
                published.getOrDefault(seriesId, new TreeMap<>()).get(day));
    }

    Optional<DraftRow.DatedPrice> lastBefore(int seriesId, LocalDate day) {
        return Optional.ofNullable(known.getOrDefault(seriesId, new TreeMap<>()).lowerEntry(day))
                .map(entry -> new DraftRow.DatedPrice(entry.getKey(), entry.getValue()));
    }
}
