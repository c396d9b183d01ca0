package vn.chophien.marketplace.search.understanding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.chophien.vietnamese.LexiconEntry;
import vn.chophien.vietnamese.LexiconEntry.Kind;
import vn.chophien.vietnamese.LexiconFind;
import vn.chophien.vietnamese.VietnameseText;

/**
 * Places and other demands among the words of a text.
 *
 * @param otherwise whether names that are a place and a thing are read as what they were not read as first
 */
record DemandWords(List<String> words, boolean otherwise) {

    boolean isDemand(LexiconFind find) {
        if (find.canBe(Kind.ATTRIBUTE) || !find.canBe(Kind.PLACE)) {
            return find.canBe(Kind.ATTRIBUTE);
        }
        return !isAmbiguous(find) || isRatherPlace(find) != otherwise;
    }

    /** A place and a thing: Thốt Nốt is a town and a palm. */
    static boolean isAmbiguous(LexiconFind find) {
        return find.canBe(Kind.PLACE)
                && !find.canBe(Kind.ATTRIBUTE)
                && find.entries().stream().anyMatch(LexiconEntry::isWanted);
    }

    /** Behind something else, and written without marks or with capitals where other words have none. */
    private boolean isRatherPlace(LexiconFind find) {
        var name = words.subList(find.start(), find.end());
        boolean marked = name.stream().anyMatch(VietnameseText::hasMarks);
        boolean proper = name.stream().allMatch(DemandWords::isCapitalized)
                && words.stream().anyMatch(word -> !isCapitalized(word));
        return find.start() > 0 && (!marked || proper);
    }

    private static boolean isCapitalized(String word) {
        return Character.isUpperCase(word.charAt(0));
    }

    Optional<Demand> of(LexiconFind find) {
        if (!isDemand(find)) {
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
