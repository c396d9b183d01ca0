package vn.chophien.indexer.rebuild;

import java.util.UUID;

/** A listing whose version in the index is not the published one; 0 where the index does not hold it. */
record Difference(UUID id, long indexedVersion) {}
