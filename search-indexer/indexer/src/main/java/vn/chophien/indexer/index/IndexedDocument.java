package vn.chophien.indexer.index;

/** A document as an index holds it: its source is a stretch of the answer's bytes, as they were once written. */
public record IndexedDocument(String id, long version, byte[] answer, int from, int to) {}
