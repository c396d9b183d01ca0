package vn.chophien.vietnamese;

import java.util.List;

/**
 * One thing, property or place that words can mean.
 *
 * @param id its first name; a family's name stands in brackets
 * @param wider the ids of everything it is a kind of, nearest first, without the family
 * @param of the ids of what it is made of or goes with, as far as the dictionary says so
 * @param family the id of its family, empty for what has none
 */
public record LexiconEntry(String id, Kind kind, List<String> wider, List<String> of, String family) {

    public enum Kind {
        THING,
        FAMILY,
        PROPERTY,
        FILLER,
        PLACE,
        ATTRIBUTE
    }

    public LexiconEntry {
        wider = List.copyOf(wider);
        of = List.copyOf(of);
    }

    public static LexiconEntry place(String id) {
        return new LexiconEntry(id, Kind.PLACE, List.of(), List.of(), "");
    }

    public static LexiconEntry attribute(String id) {
        return new LexiconEntry(id, Kind.ATTRIBUTE, List.of(), List.of(), "");
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    /** Names a thing or a family of things: what somebody can want. */
    public boolean isWanted() {
        return kind == Kind.THING || kind == Kind.FAMILY;
    }
}
