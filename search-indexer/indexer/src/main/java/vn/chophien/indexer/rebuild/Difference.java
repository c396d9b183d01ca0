package vn.chophien.indexer.rebuild;

import java.util.UUID;

/** A listing whose version in the index is not the published one; 0 where one of the two does not have it. */
record Difference(UUID id, long publishedVersion, long indexedVersion) {}
