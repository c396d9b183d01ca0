package vn.chophien.indexer.bulk;

/** What became of one change. */
public sealed interface Outcome {

    /** The index holds this version or a newer one, which it may have held {@code before}. */
    record Done(boolean before) implements Outcome {}

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
            case Done done -> done.before() ? 0 : 1;
            case Busy busy -> 2;
            case Refused refused -> 3;
        };
    }
}
