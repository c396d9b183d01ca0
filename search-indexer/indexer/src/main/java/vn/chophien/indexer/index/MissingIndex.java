package vn.chophien.indexer.index;

/** Nothing stands behind the alias: the market has no index yet, or lost it. */
public final class MissingIndex extends RuntimeException {

    public MissingIndex(String alias) {
        super("No index stands behind the alias " + alias + ".");
    }
}
