package vn.chophien.indexer.rebuild;

import java.time.Duration;

/** How an index differed from the catalogue. */
public record ComparisonReport(
        String index, long listings, long ranges, long differences, long mended, Drift drift, Duration took) {

    static ComparisonReport of(String index, long listings, long ranges, Drift drift, Duration took) {
        return new ComparisonReport(index, listings, ranges, drift.differences(), drift.mended(), drift, took);
    }

    boolean allMended() {
        return mended >= differences;
    }

    @Override
    public String toString() {
        return index + ": " + listings + " listings in " + ranges + " ranges compared in " + RebuildReport.seconds(took)
                + "\n" + differences + " differences: " + drift.missing() + " missing, " + drift.stale() + " stale, "
                + drift.altered() + " altered, " + drift.orphaned() + " orphaned; " + mended + " mended"
                + "\n" + drift.known() + " more are known: their change is waiting or parked as a dead letter";
    }
}
