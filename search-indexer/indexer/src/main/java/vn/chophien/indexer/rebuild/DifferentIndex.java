package vn.chophien.indexer.rebuild;

/** A new index that could not be made equal to the catalogue, and therefore is not searched. */
public final class DifferentIndex extends RuntimeException {

    DifferentIndex(String index, long differences, int comparisons) {
        super("The new index " + index + " still differs from the catalogue in " + differences + " listings after "
                + comparisons + " comparisons.");
    }
}
