package vn.chophien.indexer.document;

import java.util.UUID;

/** A listing as the catalogue publishes it now: {@code json} is its document, not yet looked at. */
public record PublishedListing(UUID id, long version, boolean visible, String json) {}
