package vn.chophien.indexer.rebuild;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import vn.chophien.indexer.bulk.SealedDocument;
import vn.chophien.indexer.document.PublishedListing;
import vn.chophien.indexer.index.IndexedDocument;

/**
 * A document that is not as the catalogue wants it.
 *
 * @param id of the document; a stranger's need not be that of a listing
 * @param now the listing, where there is one
 */
record Finding(String id, Kind kind, @Nullable PublishedListing now) {

    enum Kind {
        MISSING,
        STALE,
        /** Same version, other content. */
        ALTERED,
        /** A version that the catalogue has not given yet: its next changes would count as older. */
        AHEAD,
        ORPHANED
    }

    /** What is wrong, if anything, with a document that was read before the listing was. */
    static Optional<Finding> of(@Nullable PublishedListing listing, @Nullable IndexedDocument document) {
        if (listing == null || !listing.visible()) {
            return document == null
                    ? Optional.empty()
                    : Optional.of(new Finding(document.id(), Kind.ORPHANED, listing));
        }
        var id = listing.id().toString();
        if (document == null) {
            return Optional.of(new Finding(id, Kind.MISSING, listing));
        }
        if (document.version() != listing.version()) {
            return Optional.of(
                    new Finding(id, document.version() < listing.version() ? Kind.STALE : Kind.AHEAD, listing));
        }
        return isAsWritten(listing, document) ? Optional.empty() : Optional.of(new Finding(id, Kind.ALTERED, listing));
    }

    /** The listing's id, or nothing where the document cannot be one of a listing. */
    Optional<UUID> listing() {
        return idOf(id);
    }

    static Optional<UUID> idOf(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException stranger) {
            return Optional.empty();
        }
    }

    private static boolean isAsWritten(PublishedListing listing, IndexedDocument document) {
        try {
            var source = SealedDocument.of(listing);
            return Arrays.equals(document.answer(), document.from(), document.to(), source, 0, source.length);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return false; // writing it again says why
        }
    }
}
