package vn.chophien.marketplace.search;

import java.util.List;
import java.util.stream.Collectors;
import vn.chophien.marketplace.search.SearchResults.ReadFilter;
import vn.chophien.marketplace.search.SearchResults.Understood;
import vn.chophien.marketplace.search.understanding.Demand;
import vn.chophien.marketplace.search.understanding.Reading;

/** Tells the buyer how her words were read, so that she can take back what was read wrongly. */
final class Understanding {

    private Understanding() {}

    static Understood of(Reading reading) {
        return new Understood(
                reading.text(),
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

    private static String without(String text, String typed) {
        int at = text.indexOf(typed);
        var rest = at < 0 ? text : text.substring(0, at) + " " + text.substring(at + typed.length());
        return rest.strip().replaceAll("\\s+", " ");
    }
}
