package vn.chophien.indexer.rebuild;

import java.time.Duration;

/** What a rebuild did. */
public record RebuildReport(String index, long written, long refused, long mended, Duration took) {}
