package vn.chophien.indexer.rebuild;

import java.time.Duration;

/**
 * What a rebuild did, in all its turns if it was interrupted.
 *
 * @param filling how long the last turn took to write documents
 * @param comparing how long it took to compare them
 */
public record RebuildReport(
        String index, long written, long refused, long mended, Duration filling, Duration comparing) {

    /** Put together by hand, as are other texts here: a formatter may read its locale from a file, which a reactive thread must not. */
    @Override
    public String toString() {
        return index + ": " + written + " listings written in " + seconds(filling) + ", " + refused
                + " refused; compared in " + seconds(comparing) + ", " + mended + " mended";
    }

    static String seconds(Duration time) {
        long tenths = time.toMillis() / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }
}
