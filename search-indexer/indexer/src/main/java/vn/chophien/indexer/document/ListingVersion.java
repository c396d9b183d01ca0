package vn.chophien.indexer.document;

import java.util.UUID;

/** Which version of a listing is, or ought to be, in an index. */
public record ListingVersion(UUID id, long version) {}
