package vn.chophien.indexer.index;

/** What an index holds in one stretch of ids. */
public record IndexedSum(long documents, long fingerprints) {}
