package vn.chophien.indexer.rebuild;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a rebuild has come: every listing up to {@code last} is written or parked. */
record RebuildProgress(String index, @Nullable UUID last, long written, long refused) {

    RebuildProgress plus(UUID reached, long moreWritten, long moreRefused) {
        return new RebuildProgress(index, reached, written + moreWritten, refused + moreRefused);
    }
}
