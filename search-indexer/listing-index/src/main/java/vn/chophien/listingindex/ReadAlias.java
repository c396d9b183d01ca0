package vn.chophien.listingindex;

/** The name under which the index is searched: exactly one complete index stands behind it. */
public record ReadAlias(String value) {

    public static final ReadAlias LISTINGS = new ReadAlias("listings");

    /** The alias of the indices that changes of the same listings go to. */
    public WriteAlias writeAlias() {
        return new WriteAlias(value + "-write");
    }
}
