package vn.chophien.indexer.document;

import java.util.UUID;

/**
 * A listing as the catalogue publishes it now.
 *
 * @param fingerprint of version and document, as the view computes it: two states with the same one are the same
 * @param json its document, not yet looked at
 */
public record PublishedListing(UUID id, long version, boolean visible, long fingerprint, String json) {}
