package vn.chophien.indexer.feed;

import java.util.UUID;

/** A claimed mark: the listing changed to this version and its document has not been written since. */
record IndexMark(UUID listingId, long version, int attempts) {}
