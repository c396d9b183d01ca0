package vn.chophien.indexer.document;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an index ought to hold in one stretch of ids.
 *
 * @param after the id before the first one, or none where the stretch begins with the lowest
 * @param last its last id, or none where it ends with the highest
 * @param fingerprints the sum of theirs
 */
public record PublishedRange(@Nullable UUID after, @Nullable UUID last, long listings, long fingerprints) {}
