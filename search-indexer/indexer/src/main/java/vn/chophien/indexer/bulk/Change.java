package vn.chophien.indexer.bulk;

import java.util.UUID;
import vn.chophien.indexer.document.PublishedListing;

/** What an index must be told about one listing. */
public sealed interface Change {

    UUID id();

    long version();

    /** The listing is for sale: its document replaces any older one. */
    record Put(UUID id, long version, String json) implements Change {}

    /** The listing is not for sale any more. */
    record Remove(UUID id, long version) implements Change {}

    static Change of(PublishedListing listing) {
        return listing.visible()
                ? new Put(listing.id(), listing.version(), listing.json())
                : new Remove(listing.id(), listing.version());
    }
}
