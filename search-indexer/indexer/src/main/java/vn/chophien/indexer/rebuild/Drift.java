package vn.chophien.indexer.rebuild;

/**
 * Differences between index and catalogue by kind.
 *
 * @param missing for sale, but not in the index
 * @param stale in the index in an older version
 * @param altered in the index under its version or a later one, but not as this application wrote it
 * @param orphaned in the index, but not for sale or not known at all
 * @param known differences that are none: a mark or a dead letter explains them
 * @param mended how many of the differences are gone
 */
public record Drift(long missing, long stale, long altered, long orphaned, long known, long mended) {

    static final Drift NONE = new Drift(0, 0, 0, 0, 0, 0);

    static Drift known(long listings) {
        return new Drift(0, 0, 0, 0, listings, 0);
    }

    static Drift one(Finding.Kind kind, boolean mended) {
        return new Drift(
                kind == Finding.Kind.MISSING ? 1 : 0,
                kind == Finding.Kind.STALE ? 1 : 0,
                kind == Finding.Kind.ALTERED || kind == Finding.Kind.AHEAD ? 1 : 0,
                kind == Finding.Kind.ORPHANED ? 1 : 0,
                0,
                mended ? 1 : 0);
    }

    Drift plus(Drift more) {
        return new Drift(
                missing + more.missing,
                stale + more.stale,
                altered + more.altered,
                orphaned + more.orphaned,
                known + more.known,
                mended + more.mended);
    }

    public long differences() {
        return missing + stale + altered + orphaned;
    }
}
