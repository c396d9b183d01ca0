package vn.chophien.indexer.rebuild;

/** How far index and catalogue differed, leaving out listings whose mark or dead letter explains it. */
public record ComparisonReport(String index, long differences, long mended) {}
