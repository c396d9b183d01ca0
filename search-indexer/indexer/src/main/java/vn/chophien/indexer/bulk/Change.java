package vn.chophien.indexer.bulk;

import java.util.UUID;
import vn.chophien.indexer.document.PublishedListing;

/** What an index must be told about one listing. */
public sealed interface Change {

    UUID id();

    long version();

    /** The listing is for sale: its document replaces any older one. */
    record Put(PublishedListing listing) implements Change {

        @Override
        public UUID id() {
            return listing.id();
        }

        @Override
        public long version() {
            return listing.version();
        }
    }

    /** The listing is not for sale any more. */
    record Remove(UUID id, long version) implements Change {}

    static Change of(PublishedListing listing) {
        return listing.visible() ? new Put(listing) : new Remove(listing.id(), listing.version());
    }
}
