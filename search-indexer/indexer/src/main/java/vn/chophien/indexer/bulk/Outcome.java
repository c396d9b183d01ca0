package vn.chophien.indexer.bulk;

/** What became of one change. */
public sealed interface Outcome {

    /** The index holds this version or a newer one. */
    record Done() implements Outcome {}

    /** The index could not take it now; the same change may succeed later. */
    record Busy(String reason) implements Outcome {}

    /** The index will not take this document as it is. */
    record Refused(String reason) implements Outcome {}

    /** Of two indices, what still has to be done about the change. */
    default Outcome worse(Outcome other) {
        return weight(this) >= weight(other) ? this : other;
    }

    private static int weight(Outcome outcome) {
        return switch (outcome) {
            case Done done -> 0;
            case Busy busy -> 1;
            case Refused refused -> 2;
        };
    }
}
