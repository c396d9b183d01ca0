package vn.chophien.indexer.rebuild;

/** Another indexer, or an earlier request, is rebuilding. */
public final class RebuildUnderWay extends RuntimeException {

    RebuildUnderWay() {
        super("Another rebuild is under way.");
    }
}
