package vn.chophien.marketplace.search.understanding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.chophien.vietnamese.LexiconEntry;
import vn.chophien.vietnamese.LexiconEntry.Kind;
import vn.chophien.vietnamese.LexiconFind;
import vn.chophien.vietnamese.VietnameseText;

/** Places and other demands among the words of a text. */
final class DemandWords {

    private DemandWords() {}

    /** A name that is a place and a thing, written without marks, is the place where something stands before it. */
    static boolean isDemand(LexiconFind find, List<String> words) {
        if (find.canBe(Kind.ATTRIBUTE) || !find.canBe(Kind.PLACE)) {
            return find.canBe(Kind.ATTRIBUTE);
        }
        boolean marked = words.subList(find.start(), find.end()).stream().anyMatch(VietnameseText::hasMarks);
        return find.entries().stream().noneMatch(LexiconEntry::isWanted) || find.start() > 0 && !marked;
    }

    static Optional<Demand> of(LexiconFind find, List<String> words) {
        if (!isDemand(find, words)) {
            return Optional.empty();
        }
        var typed = String.join(" ", words.subList(find.start(), find.end()));
        return find.entries().stream()
                .filter(entry -> entry.is(Kind.ATTRIBUTE))
                .findFirst()
                .map(entry -> attribute(entry.id(), typed))
                .or(() -> place(find, typed));
    }

    private static Demand attribute(String id, String typed) {
        return switch (id) {
            case "gift" -> new Demand.Gift(typed);
            case "season" -> new Demand.InSeason(typed);
            case "stock" -> new Demand.InStock(typed);
            default -> new Demand.Certificate(typed, id.substring("cert:".length()));
        };
    }

    private static Optional<Demand> place(LexiconFind find, String typed) {
        var places = find.entries().stream()
                .filter(entry -> entry.is(Kind.PLACE))
                .map(LexiconEntry::id)
                .toList();
        var codes = places.stream()
                .flatMap(id -> Stream.of(id.substring(id.indexOf(':') + 1).split(",")))
                .distinct()
                .toList();
        boolean narrower = places.stream().noneMatch(id -> id.startsWith(MarketLexicon.PROVINCES));
        return codes.isEmpty() ? Optional.empty() : Optional.of(new Demand.Place(typed, codes, narrower));
    }
}
