package vn.chophien.marketplace.search;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.chophien.marketplace.search.SearchResults.ReadFilter;
import vn.chophien.marketplace.search.SearchResults.Understood;
import vn.chophien.marketplace.search.understanding.Demand;
import vn.chophien.marketplace.search.understanding.Reading;
import vn.chophien.vietnamese.VietnameseWords;

/** Tells the buyer how her words were read, so that she can take back what was read wrongly. */
final class Understanding {

    private Understanding() {}

    static Understood of(Reading reading) {
        return new Understood(
                reading.text(),
                reading.decoded(),
                reading.demands().stream()
                        .map(demand -> new ReadFilter(
                                name(demand), value(demand), demand.typed(), without(reading.text(), demand.typed())))
                        .toList());
    }

    private static String name(Demand demand) {
        return switch (demand) {
            case Demand.Stars stars -> "stars";
            case Demand.Price price -> "price";
            case Demand.Place place -> "province";
            case Demand.Certificate certificate -> "certificate";
            case Demand.Gift gift -> "gift";
            case Demand.InSeason season -> "in_season";
            case Demand.InStock stock -> "in_stock";
            case Demand.Pack pack -> "pack";
        };
    }

    private static String value(Demand demand) {
        return switch (demand) {
            case Demand.Stars stars ->
                joined(stars.stars().stream().map(String::valueOf).toList());
            case Demand.Price price ->
                (price.min() == null ? "" : price.min()) + "-" + (price.max() == null ? "" : price.max());
            case Demand.Place place -> joined(place.provinces());
            case Demand.Certificate certificate -> certificate.key();
            case Demand.Gift gift -> "true";
            case Demand.InSeason season -> "true";
            case Demand.InStock stock -> "true";
            case Demand.Pack pack -> pack.pack();
        };
    }

    private static String joined(List<String> values) {
        return values.stream().collect(Collectors.joining(","));
    }

    /** Whatever stands between the words: “TP.HCM” and “hữu-cơ” are read as two. */
    static String without(String text, String typed) {
        var words = VietnameseWords.split(typed).stream().map(Pattern::quote).toList();
        if (words.isEmpty()) {
            return text;
        }
        var pattern = "(?<![\\p{L}\\p{N}'])[<>=≤≥~]*\\s?" + String.join("[^\\p{L}\\p{N}']+", words)
                + "(?![\\p{L}\\p{N}'])[*★+]*";
        return Pattern.compile(pattern).matcher(text).replaceFirst(" ").strip().replaceAll("\\s+", " ");
    }
}
